import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '../../contract/identity.ts';
import { onSignedOut, request } from './client.ts';
import { queryKeys } from './queries.ts';

export interface DemoPeople {
  items: { email: string; name: string; role: string; organization: string }[];
  password: string;
}

/** Makes `me` the signed-in person (null: nobody) and forgets everything that another one was shown. */
export function adoptMe(client: QueryClient, me: Me | null): void {
  client.setQueryData(queryKeys.me, me);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKeys.me[0] });
}

/** From now on, an answer that says "not signed in" brings the sign-in page. */
export function watchSignOut(client: QueryClient): void {
  onSignedOut(() => {
    if (client.getQueryData(queryKeys.me)) adoptMe(client, null);
  });
}

export async function signIn(client: QueryClient, email: string, password: string): Promise<void> {
  adoptMe(client, await request<Me>('POST', '/api/v1/session', { body: { email, password } }));
}

export async function signOut(client: QueryClient): Promise<void> {
  await request('DELETE', '/api/v1/session');
  adoptMe(client, null);
}

export async function switchOrganization(client: QueryClient, organizationId: string): Promise<void> {
  adoptMe(client, await request<Me>('PUT', '/api/v1/session/organization', { body: { organizationId } }));
}
