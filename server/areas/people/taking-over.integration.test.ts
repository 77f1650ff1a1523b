import { describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { invitationOffer } from '../../../contract/people/accounts.ts';
import { password } from '../../../test/factories.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { body, problemOf } from '../../../test/server.ts';
import { countedTables, invite, makeFeed, newPassword, sessionOf } from './accounts.fixture.ts';

/** Emails are sent: only the mailbox gets the link. */
const { server, world } = useLeadWorld({
  env: { SMTP_URL: 'smtp://127.0.0.1:1', LEADLIGHT_MAIL_FROM: 'desk@leads.test' },
  emptied: countedTables,
});

const page = (token: string) => `/api/v1/invitations/by-link/${token}`;
const accept = (token: string, sent: unknown) =>
  server.request('POST', `${page(token)}/acceptance`, { body: sent });
const signIn = (email: string, secret: string) =>
  server.request('POST', '/api/v1/session', { body: { email, password: secret } });
const account = { name: 'Kim N.', password: newPassword };

async function inviteTo(email: string) {
  const order = { email, name: 'Kim Novak', roles: ['referrals-user'] };
  return invite(server, world.as.accountAdmin, order);
}

async function change(personId: string, columns: { email_verified_at?: Date; disabled_at?: Date }) {
  await server.database.ownerDb.updateTable('person').set(columns).where('id', '=', personId).execute();
}

describe('ID-5: an account that somebody else made for the address', () => {
  it('ID-5 does not stand in the way: a mailed link takes it over, and whoever made it is out', async () => {
    // Created with a link that was handed over: nobody has proven the address, and somebody knows the password.
    const squatter = await server.make.person(world.fabrikam.id, 'referrals-user');
    const session = await openSession(server, squatter.id, world.fabrikam.id);
    const feed = await makeFeed(server, session);
    const { token } = await inviteTo(squatter.email);
    expect(body(invitationOffer, await server.request('GET', page(token))).hasAccount).toBeNull();
    const answer = await accept(token, account);
    expect(body(me, answer)).toMatchObject({
      person: { id: squatter.id, name: 'Kim N.', emailVerifiedAt: server.clock.now().toISOString() },
      organization: { id: world.contoso.id },
    });
    expect((await server.request('GET', '/api/v1/me', { as: sessionOf(answer) })).status).toBe(200);
    expect((await server.request('GET', '/api/v1/me', { as: session })).status).toBe(401);
    expect((await server.request('GET', feed)).status).toBe(404);
    expect((await signIn(squatter.email, password)).status).toBe(401);
    expect((await signIn(squatter.email, newPassword)).status).toBe(200);
  });

  it('ID-5 failed guesses of others do not keep its owner out', async () => {
    const squatter = await server.make.person(world.fabrikam.id, 'referrals-user');
    for (let n = 0; n < 10; n++) await signIn(squatter.email, `wrong ${n}`);
    const { token } = await inviteTo(squatter.email);
    expect((await accept(token, account)).status).toBe(200);
    expect((await signIn(squatter.email, newPassword)).status).toBe(200);
  });

  it('ID-5 a good password is asked for, and the link stays', async () => {
    const squatter = await server.make.person(world.fabrikam.id, 'referrals-user');
    const { token } = await inviteTo(squatter.email);
    expect(problemOf(await accept(token, { ...account, password: 'short' })).status).toBe(400);
    expect((await signIn(squatter.email, password)).status).toBe(200);
    expect((await server.request('GET', page(token))).status).toBe(200);
  });

  it('ID-5 one whose address is proven, or that is disabled, is not taken over', async () => {
    const proven = await server.make.person(world.fabrikam.id, 'referrals-user');
    await change(proven.id, { email_verified_at: server.clock.now() });
    const disabled = await server.make.person(world.fabrikam.id, 'referrals-user');
    await change(disabled.id, { disabled_at: server.clock.now() });
    for (const { email } of [proven, disabled]) {
      const { token } = await inviteTo(email);
      expect(body(invitationOffer, await server.request('GET', page(token))).hasAccount).toBe(true);
      expect(problemOf(await accept(token, account)).code).toBe('wrong-credentials');
    }
    expect((await signIn(proven.email, password)).status).toBe(200);
  });
});
