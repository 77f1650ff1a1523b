import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '../../contract/identity/identity.ts';
import { ApiError, onSignedOut, request } from './client.ts';
import { drafts } from './drafts.ts';
import { queryKeys } from './queries.ts';
import { setSessionOver } from './session-state.ts';
import { believe, tellTabs, whileChanging } from './whose.ts';

/** Makes `me` the signed-in person (null: nobody) and forgets everything that another one was shown. */
export function adoptMe(client: QueryClient, me: Me | null): void {
  setSessionOver(false);
  believe(me);
  client.setQueryData(queryKeys.me, me);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKeys.me[0] });
}

const leftMessage = 'left';

/** Windows of this browser announce sign-outs to each other; without a channel, the next answer reveals them. */
const windows = 'BroadcastChannel' in globalThis ? new BroadcastChannel('leadlight.session') : undefined;

/**
 * From now on, a "not signed in" answer shows sign-in on top of the page, which keeps everything typed; signing out in
 * another window of this browser clears this one too.
 */
export function watchSignOut(client: QueryClient): void {
  onSignedOut(() => {
    if (client.getQueryData(queryKeys.me)) setSessionOver(true);
  });
  windows?.addEventListener('message', ({ data }) => {
    if (data === leftMessage && client.getQueryData(queryKeys.me)) adoptMe(client, null);
  });
}

/** Signs in and drops all data cached for anyone before. @throws ApiError */
export async function signIn(client: QueryClient, email: string, password: string): Promise<void> {
  await whileChanging(async () => {
    const me = await request('POST /api/v1/session', { body: { email, password }, asWhoever: true });
    adoptMe(client, me);
  });
}

/** The result of {@link signInAgain}. */
type Return = 'same-person' | 'another-person';

/**
 * Signs in on top of a page whose session has ended. The same person continues where they were, in the same
 * organization; for anyone else, all cached data is dropped.
 */
export function signInAgain(
  client: QueryClient,
  before: Me,
  email: string,
  password: string,
): Promise<Return> {
  return whileChanging(async () => {
    const me = await startSessionLike(before, email, password);
    if (me.person.id !== before.person.id || me.organization.id !== before.organization.id) {
      adoptMe(client, me);
      return me.person.id === before.person.id ? 'same-person' : 'another-person';
    }
    client.setQueryData(queryKeys.me, me);
    setSessionOver(false);
    tellTabs(me);
    await client.invalidateQueries();
    return 'same-person';
  });
}

/** Starts a session; the same person returns to the organization they worked in if they still belong to it. */
async function startSessionLike(before: Me, email: string, password: string): Promise<Me> {
  const me = await request('POST /api/v1/session', { body: { email, password }, asWhoever: true });
  const wanted = before.organization.id;
  const belongs = me.person.id === before.person.id && me.organizations.some(({ id }) => id === wanted);
  if (!belongs || me.organization.id === wanted) return me;
  const body = { organizationId: wanted };
  return request('PUT /api/v1/session/organization', { body, asWhoever: true });
}

/** Ends the session. Drafts stay on this device only if the person wants that. */
export async function signOut(client: QueryClient, { keepDrafts }: { keepDrafts: boolean }): Promise<void> {
  await whileChanging(async () => {
    const me = client.getQueryData<Me | null>(queryKeys.me);
    await request('DELETE /api/v1/session');
    if (me && !keepDrafts) drafts.removeAll(me.person.id);
    windows?.postMessage(leftMessage);
    adoptMe(client, null);
  });
}

/** Switches the session to another organization. @throws ApiError */
export async function switchOrganization(client: QueryClient, organizationId: string): Promise<void> {
  await whileChanging(async () => {
    const me = await request('PUT /api/v1/session/organization', { body: { organizationId } });
    adoptMe(client, me);
  });
}

/** Continues as the person and organization of the current session, without any data shown before. */
export async function goOnAsNow(client: QueryClient): Promise<void> {
  adoptMe(client, await request('GET /api/v1/me', { asWhoever: true }));
}

/** Switches the session back to the organization that the tab was opened for; the tab stays as it is. */
export async function goBackTo(organizationId: string): Promise<void> {
  const body = { organizationId };
  tellTabs(await request('PUT /api/v1/session/organization', { body, asWhoever: true }));
  await askWhose();
}

/** Checks whether the session is still the one that the tab was opened for. @returns false if the tab has to stop */
export async function askWhose(): Promise<boolean> {
  try {
    await request('GET /api/v1/me');
    // Signed in again in another window: here too there is nothing left to do.
    setSessionOver(false);
    return true;
  } catch (error) {
    // An unreachable server says nothing about the session.
    return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
  }
}
