import { describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { invitationOffer } from '../../../contract/people/accounts.ts';
import { password } from '../../../test/factories.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { body, problemOf } from '../../../test/server.ts';
import { countedTables, invite, newPassword } from './accounts.fixture.ts';

/** Without a mail server, the inviter sees the link. */
const { server, world } = useLeadWorld({ emptied: countedTables });
let counter = 0;

const page = (token: string) => `/api/v1/invitations/by-link/${token}`;
const accept = (token: string, sent: unknown) =>
  server.request('POST', `${page(token)}/acceptance`, { body: sent });
const account = { name: 'Kim N.', password: newPassword };

async function inviteTo(email = `handed${++counter}@newcomer.test`) {
  const order = { email, name: 'Kim Novak', roles: ['referrals-user'] };
  return invite(server, world.as.accountAdmin, order);
}

describe('ID-5: an invitation that is handed over', () => {
  it('ID-5 tells nobody whether there is an account', async () => {
    const known = await server.make.person(world.fabrikam.id, 'referrals-user');
    const links = [await inviteTo(), await inviteTo(known.email)];
    for (const { token } of links) {
      expect(body(invitationOffer, await server.request('GET', page(token))).hasAccount).toBeNull();
      const refusals = [];
      for (const sent of [{}, { name: 'Kim' }, { name: 'Kim', password: 'short' }, { password: 'wrong' }])
        refusals.push(problemOf(await accept(token, sent)));
      expect(refusals.map(({ status, code }) => [status, code])).toEqual([
        [400, 'invalid-request'],
        [400, 'invalid-request'],
        [400, 'invalid-request'],
        [401, 'wrong-credentials'],
      ]);
    }
  });

  it('ID-5 opens to a new account, and to one that is there by its password', async () => {
    const fresh = await inviteTo();
    expect(body(me, await accept(fresh.token, account)).person.email).toBe(fresh.email);
    const known = await server.make.person(world.fabrikam.id, 'referrals-user');
    const { token } = await inviteTo(known.email);
    expect(body(me, await accept(token, { password })).person).toMatchObject({
      id: known.id,
      emailVerifiedAt: null,
    });
  });

  it('ID-5 or by its session', async () => {
    const known = await server.make.person(world.fabrikam.id, 'referrals-user');
    const as = await openSession(server, known.id, world.fabrikam.id);
    const { token } = await inviteTo(known.email);
    const answer = await server.request('POST', `${page(token)}/acceptance`, { as, body: {} });
    expect(body(me, answer).organization.id).toBe(world.contoso.id);
  });

  it('ID-5 takes no account over, and stays as it was', async () => {
    const known = await server.make.person(world.fabrikam.id, 'referrals-user');
    const { token } = await inviteTo(known.email);
    expect(problemOf(await accept(token, account))).toMatchObject({ status: 409, code: 'already-there' });
    const signIn = (secret: string) =>
      server.request('POST', '/api/v1/session', { body: { email: known.email, password: secret } });
    expect((await signIn(newPassword)).status).toBe(401);
    expect((await signIn(password)).status).toBe(200);
    expect((await server.request('GET', page(token))).status).toBe(200);
  });
});
