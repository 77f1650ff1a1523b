import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Me } from '../../contract/identity/identity.ts';
import { followPerson } from '../api/language.ts';
import { MeContext } from '../api/me.ts';
import { meQuery, queryKeys } from '../api/queries.ts';
import { useSessionOver } from '../api/session-state.ts';
import { findMailLink } from '../areas/people/links/mail-link.ts';
import { router } from '../router.tsx';
import { useLoaded } from '../ui/late-code.ts';
import { later } from '../ui/later.tsx';
import { setClockAhead } from '../ui/now.ts';
import { ErrorState } from '../ui/states.tsx';
import { shared } from '../ui/words/catalogue.ts';
import { OtherSessionPanel } from './other-session-panel.tsx';
import { Splash } from './splash.tsx';

/** Times follow the clock of the installation; leads are read again when it jumps. */
function useInstallationClock(aheadSeconds: number | undefined) {
  const client = useQueryClient();
  const before = useRef(aheadSeconds);
  useLayoutEffect(() => {
    if (aheadSeconds === undefined) return;
    setClockAhead(aheadSeconds);
    const jumped = before.current !== undefined && before.current !== aheadSeconds;
    before.current = aheadSeconds;
    if (jumped) void client.invalidateQueries({ queryKey: queryKeys.leads });
  }, [client, aheadSeconds]);
}

/** The app comes in the language of whoever signs in. Nothing is typed yet when they are first known. */
function useLanguageOf(me: Me | null | undefined) {
  const personId = me?.person.id;
  const known = useRef(me);
  useLayoutEffect(() => {
    known.current = me;
  });
  useEffect(() => {
    if (personId !== undefined && known.current) followPerson(known.current);
  }, [personId]);
}

const MailLinkPage = later(
  () => import('../areas/people/links/mail-link-page.tsx'),
  'MailLinkPage',
  () => <Splash />,
);
const loadSignIn = () => import('../areas/identity/sign-in/sign-in-page.tsx');
const loadSignInAgain = () => import('../areas/identity/sign-in/sign-in-again.tsx');

/**
 * Shows sign-in to people who aren't signed in, whatever the address, and the pages to everyone else; pages that links
 * in emails open are for both.
 */
export function App() {
  const me = useQuery(meQuery);
  const [link] = useState(() => findMailLink(window.location.pathname));
  useInstallationClock(me.data?.clockAheadSeconds);
  useLanguageOf(me.data);
  const sessionOver = useSessionOver();
  // Before the session ends: by then the server may have another release, and words may be typed on the page.
  const signInAgain = useLoaded(loadSignInAgain, sessionOver);
  const signIn = useLoaded(loadSignIn, me.data === null);
  if (me.data === undefined) {
    if (!me.isError) return <Splash />;
    return (
      <main>
        <h1 className="ll-visually-hidden">{shared('title.product')}</h1>
        <ErrorState error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (link) {
    return <MailLinkPage link={link} me={me.data} />;
  }
  if (me.data === null) return signIn ? <signIn.SignInPage /> : <Splash />;
  const { person, organization } = me.data;
  return (
    <MeContext value={me.data}>
      <RouterProvider router={router} key={`${person.id} ${organization.id}`} />
      {sessionOver && signInAgain && <signInAgain.SignInAgain before={me.data} />}
      <OtherSessionPanel />
    </MeContext>
  );
}
