import { expect } from 'vitest';
import { invitationSent } from '../../../contract/people/accounts.ts';
import { calendarFeedCreated } from '../../../contract/working-time/calendar.ts';
import { body, type Caller, type TestServer, testNow } from '../../../test/server.ts';
import { getLinkSecret, signLink } from '../mail/index.ts';
import type { AccountLinkPurpose } from './account-links.rules.ts';

/** A valid password for new accounts. */
export const newPassword = 'nine purple lanterns';

/** The tables that limits count in. */
export const countedTables = ['sign_in_failure', 'password_reset_request', 'account_link'] as const;

export const minutesLater = (server: TestServer, minutes: number, milliseconds = 0) =>
  server.clock.set(new Date(testNow.getTime() + minutes * 60_000 + milliseconds));

/** The token in the newest email of that purpose. */
export async function mailedToken(server: TestServer, purpose: AccountLinkPurpose): Promise<string> {
  const { ownerDb } = server.database;
  const kind = { join: 'invitation', reset: 'password-reset', verify: 'verification' }[purpose];
  const { content } = await ownerDb
    .selectFrom('mail')
    .select('content')
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return signLink(await getLinkSecret(ownerDb), purpose, (content as { linkId: string }).linkId);
}

export async function countMails(server: TestServer, kind: string): Promise<number> {
  const rows = await server.database.ownerDb
    .selectFrom('mail')
    .select('id')
    .where('kind', '=', kind)
    .execute();
  return rows.length;
}

/** Invites someone; returns the invitation and the token of its link. */
export async function invite(server: TestServer, as: Caller, order: object) {
  const answer = await server.request('POST', '/api/v1/invitations', { as, body: order });
  expect(answer.status, answer.text).toBe(201);
  return { ...body(invitationSent, answer), token: await mailedToken(server, 'join') };
}

/** The session that a response starts. */
export function sessionOf(answer: { headers: Headers }): Caller {
  const cookie = /leadlight_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (!cookie) throw new Error('the answer starts no session');
  return { cookie };
}

/** Creates a calendar link for the signed-in person and checks that it works. @returns its path */
export async function makeFeed(server: TestServer, as: Caller): Promise<string> {
  const answer = await server.request('POST', '/api/v1/calendar-feed', { as });
  const path = new URL(body(calendarFeedCreated, answer).url).pathname;
  expect((await server.request('GET', path)).status).toBe(200);
  return path;
}
