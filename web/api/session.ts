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

/** Windows of this browser tell each other when somebody signs out; without a channel, the next answer tells. */
const windows = 'BroadcastChannel' in globalThis ? new BroadcastChannel('leadlight.session') : undefined;

/**
 * From now on, an answer that says "not signed in" asks to sign in on top of the page, with all that is typed there;
 * signing out in another window of this browser clears this one too.
 */
export function watchSignOut(client: QueryClient): void {
  onSignedOut(() => {
    if (client.getQueryData(queryKeys.me)) setSessionOver(true);
  });
  windows?.addEventListener('message', ({ data }) => {
    if (data === leftMessage && client.getQueryData(queryKeys.me)) adoptMe(client, null);
  });
}

/** Signs in; what the app knew of anybody before is forgotten. @throws ApiError */
export async function signIn(client: QueryClient, email: string, password: string): Promise<void> {
  await whileChanging(async () => {
    const me = await request('POST /api/v1/session', { body: { email, password }, asWhoever: true });
    adoptMe(client, me);
  });
}

/** What {@link signInAgain} led to. */
export type Return = 'same-person' | 'another-person';

/**
 * Signs in on top of a page whose session has ended. The same person goes on where they were, in the organization they
 * worked in; for another one everything that was shown is forgotten.
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

/** A new session; of the same person in the organization they worked in, as long as they belong to it. */
async function startSessionLike(before: Me, email: string, password: string): Promise<Me> {
  const me = await request('POST /api/v1/session', { body: { email, password }, asWhoever: true });
  const wanted = before.organization.id;
  const belongs = me.person.id === before.person.id && me.organizations.some(({ id }) => id === wanted);
  if (!belongs || me.organization.id === wanted) return me;
  const body = { organizationId: wanted };
  return request('PUT /api/v1/session/organization', { body, asWhoever: true });
}

/** Ends the session. What was typed and not sent stays on this device only if its person wants that. */
export async function signOut(client: QueryClient, { keepDrafts }: { keepDrafts: boolean }): Promise<void> {
  await whileChanging(async () => {
    const me = client.getQueryData<Me | null>(queryKeys.me);
    await request('DELETE /api/v1/session');
    if (me && !keepDrafts) drafts.removeAll(me.person.id);
    windows?.postMessage(leftMessage);
    adoptMe(client, null);
  });
}

/** Works in another organization from now on. @throws ApiError */
export async function switchOrganization(client: QueryClient, organizationId: string): Promise<void> {
  await whileChanging(async () => {
    const me = await request('PUT /api/v1/session/organization', { body: { organizationId } });
    adoptMe(client, me);
  });
}

/** Goes on as whoever the session is for by now, with nothing of what was shown before. */
export async function goOnAsNow(client: QueryClient): Promise<void> {
  adoptMe(client, await request('GET /api/v1/me', { asWhoever: true }));
}

/** Takes the session back into the organization that the tab was opened for; what is open in the tab stays. */
export async function goBackTo(organizationId: string): Promise<void> {
  const body = { organizationId };
  tellTabs(await request('PUT /api/v1/session/organization', { body, asWhoever: true }));
  await askWhose();
}

/** Asks whether the session is still whom the tab was opened for. @returns false when the tab has to stop */
export async function askWhose(): Promise<boolean> {
  try {
    await request('GET /api/v1/me');
    // Signed in again in another window: here too there is nothing left to do.
    setSessionOver(false);
    return true;
  } catch (error) {
    // A server that is away says nothing about the session.
    return !(error instanceof ApiError) || error.status === 0 || error.status >= 500;
  }
}
