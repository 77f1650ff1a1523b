import { describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { invitationOffer } from '../../../contract/people/accounts.ts';
import { password } from '../../../test/factories.ts';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf } from '../../../test/server.ts';
import { getLinkSecret, signLink } from '../mail/index.ts';
import { countedTables, invite, minutesLater, newPassword, sessionOf } from './accounts.fixture.ts';

// As where emails are sent: only the mailbox gets the link.
const { server, world } = useLeadWorld({
  env: { SMTP_URL: 'smtp://127.0.0.1:1', LEADLIGHT_MAIL_FROM: 'desk@leads.test' },
  emptied: countedTables,
});
const admin = useMade(() => world.as.accountAdmin);
let counter = 0;

const page = (token: string) => `/api/v1/invitations/by-link/${token}`;
const look = (token: string) => server.request('GET', page(token));
const accept = (token: string, sent: unknown, as?: Caller) =>
  server.request('POST', `${page(token)}/acceptance`, { body: sent, as });
const account = { name: 'Kim N.', password: newPassword };
const freshAddress = () => `newcomer${++counter}@newcomer.test`;

async function inviteSomebody(email = freshAddress(), more: object = {}) {
  return invite(server, admin, { email, name: 'Kim Novak', roles: ['referrals-user'], ...more });
}

function personRow(email: string) {
  return server.database.ownerDb
    .selectFrom('person')
    .selectAll()
    .where('email', '=', email)
    .executeTakeFirst();
}

describe('ID-5: joining by an invitation', () => {
  it('ID-5 the page says who invites to what, and no secret', async () => {
    const { token, email } = await inviteSomebody(freshAddress(), {
      roles: ['referrals-admin', 'profile-admin'],
      locationId: world.berlin.id,
    });
    const answer = await look(token);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(body(invitationOffer, answer)).toEqual({
      organizationName: 'Contoso',
      invitedBy: world.people.accountAdmin.name,
      email,
      name: 'Kim Novak',
      roles: ['referrals-admin', 'profile-admin'],
      locationName: 'Berlin',
      expiresAt: new Date(server.clock.now().getTime() + 7 * 86_400_000).toISOString(),
      hasAccount: false,
    });
    expect((await look(token)).status).toBe(200);
  });

  it('ID-5 makes the account, signs in, and knows that the address works', async () => {
    const { token, email } = await inviteSomebody(freshAddress(), { locationId: world.munich.id });
    const answer = await accept(token, account);
    expect(body(me, answer)).toMatchObject({
      person: { name: 'Kim N.', email, emailVerifiedAt: server.clock.now().toISOString() },
      organization: { id: world.contoso.id },
      grants: [{ role: 'referrals-user', locationId: world.munich.id, locationName: 'Munich' }],
    });
    const own = await server.request('GET', '/api/v1/me', { as: sessionOf(answer) });
    expect(own.status).toBe(200);
    const signIn = await server.request('POST', '/api/v1/session', {
      body: { email, password: newPassword },
    });
    expect(signIn.status).toBe(200);
  });

  it('ID-5 works once', async () => {
    const { token } = await inviteSomebody();
    expect((await accept(token, account)).status).toBe(200);
    for (const answer of [await look(token), await accept(token, account)])
      expect(problemOf(answer)).toMatchObject({
        status: 410,
        code: 'link-over',
        detail: expect.stringMatching(/already been accepted/),
      });
  });

  it('ID-5 of five at once, one wins', async () => {
    const { token, email } = await inviteSomebody();
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => accept(token, { ...account, name: `Kim ${n}` })),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses[0]).toBe(200);
    // The others come too late for the link, or find the account that was just created.
    for (const status of statuses.slice(1)) expect([401, 403, 409, 410]).toContain(status);
    const rows = await server.database.ownerDb
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select('m.role')
      .where('p.email', '=', email)
      .execute();
    expect(rows).toEqual([{ role: 'referrals-user' }]);
  });

  it('ID-5 works for seven days, to the millisecond', async () => {
    const { token } = await inviteSomebody();
    minutesLater(server, 7 * 24 * 60, -1);
    expect((await look(token)).status).toBe(200);
    minutesLater(server, 7 * 24 * 60);
    for (const answer of [await look(token), await accept(token, account)])
      expect(problemOf(answer)).toMatchObject({
        code: 'link-over',
        detail: expect.stringMatching(/expired.*send it again/),
      });
  });

  it('ID-5 no other text opens anything: tampered, of another purpose, of another record', async () => {
    const { token, id } = await inviteSomebody();
    const secret = await getLinkSecret(server.database.ownerDb);
    const flipped = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`;
    const wrong = [
      flipped,
      `${token}A`,
      token.slice(0, -1),
      'x',
      '%00',
      signLink(secret, 'reset', id),
      signLink(secret, 'verify', id),
      signLink(secret, 'join', world.contoso.id),
      signLink(Buffer.alloc(32), 'join', id),
    ];
    for (const one of wrong) {
      expect(problemOf(await look(one)), one).toMatchObject({ status: 404, code: 'not-found' });
      expect((await accept(one, account)).status, one).toBe(404);
    }
    for (const purpose of ['reset', 'verify'] as const) {
      const path = purpose === 'reset' ? 'password-reset' : 'email-verification';
      for (const one of [token, signLink(secret, purpose, id)])
        expect((await server.request('GET', `/api/v1/${path}/${one}`)).status).toBe(404);
    }
  });

  it.each([
    [{}, ['body.name', 'body.password']],
    [{ name: 'Kim' }, ['body.password']],
    [{ name: ' ', password: newPassword }, ['body.name']],
    [{ name: 'Kim', password: 'eleven char' }, ['body.password']],
    [{ name: 'Kim', password: 'aaaaaaaaaaaaaaaa' }, ['body.password']],
    [{ ...account, role: 'account-admin' }, ['body.role']],
  ])('ID-5 a new account is refused with 400 and leaves the link as it was: %j', async (sent, paths) => {
    const { token, email } = await inviteSomebody();
    const problem = problemOf(await accept(token, sent));
    expect([problem.status, problem.issues?.map(({ path }) => path).toSorted()]).toEqual([400, paths]);
    expect(await personRow(email)).toBeUndefined();
    expect((await look(token)).status).toBe(200);
  });
});

describe('ID-5: joining with an account that is there', () => {
  it('ID-5 signed in with it, one click adds the roles and moves there', async () => {
    const { token } = await inviteSomebody(world.people.fabrikamAdmin.email);
    const as = world.as.fabrikamAdmin;
    const answer = await accept(token, {}, as);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const joined = body(me, answer);
    expect(joined.organization.id).toBe(world.contoso.id);
    expect(joined.organizations.map(({ name }) => name)).toEqual(['Contoso', 'Fabrikam']);
    expect(joined.person.name).toBe(world.people.fabrikamAdmin.name);
  });

  it('ID-5 or with its password, also when it belongs to nobody any more', async () => {
    const alone = await server.make.person(world.fabrikam.id);
    const { token } = await inviteSomebody(alone.email.toUpperCase());
    expect(problemOf(await accept(token, {})).code).toBe('not-signed-in');
    expect(problemOf(await accept(token, { password: 'wrong' })).code).toBe('wrong-credentials');
    const answer = await accept(token, { password });
    expect(body(me, answer).person.id).toBe(alone.id);
    expect((await server.request('GET', '/api/v1/me', { as: sessionOf(answer) })).status).toBe(200);
    // An invitation changes nobody's name or password.
    expect((await personRow(alone.email))?.name).toBe(alone.name);
  });

  it('ID-5 the session of somebody else, or a token, is no proof', async () => {
    const other = await server.make.person(world.fabrikam.id, 'referrals-user');
    const { token } = await inviteSomebody(other.email);
    const apiToken = await server.make.apiToken(world.contoso.id, 'leads:read');
    for (const as of [world.as.seller, { token: apiToken }])
      expect(problemOf(await accept(token, {}, as)).status).toBe(401);
    expect((await look(token)).status).toBe(200);
  });

  it('ID-6 guessing the password here counts like guessing on the sign-in page', async () => {
    const other = await server.make.person(world.fabrikam.id, 'referrals-user');
    const { token } = await inviteSomebody(other.email);
    for (let n = 0; n < 10; n++) expect((await accept(token, { password: `wrong ${n}` })).status).toBe(401);
    expect((await accept(token, { password })).status).toBe(429);
    const signIn = await server.request('POST', '/api/v1/session', {
      body: { email: other.email, password },
    });
    expect(signIn.status).toBe(429);
  });

  it('ID-5 a disabled account stays out', async () => {
    const other = await server.make.person(world.fabrikam.id, 'referrals-user');
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: server.clock.now() })
      .where('id', '=', other.id)
      .execute();
    const { token } = await inviteSomebody(other.email);
    expect(problemOf(await accept(token, { password })).code).toBe('wrong-credentials');
  });

  it('DP-2 no link, address or password gets into the log', async () => {
    const { token, email } = await inviteSomebody();
    await look(token);
    await accept(token, account);
    await look(`${token}x`);
    const log = server.logged.join('');
    expect(log).toContain('/api/v1/invitations/by-link/:token/acceptance');
    for (const secret of [token, email, newPassword]) expect(log).not.toContain(secret);
  });
});
