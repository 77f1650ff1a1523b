import { describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { password } from '../../../test/factories.ts';
import { useMade } from '../../../test/made.ts';
import { body, problemOf, startServerForTest, testNow, useTestServer } from '../../../test/server.ts';
import { hashSecret } from '../../platform/ids.ts';

const server = useTestServer({ env: { LEADLIGHT_TRUST_PROXY: '1' }, emptied: ['sign_in_failure'] });
const partner = useMade(() => server.make.partner('Contoso'));
const person = useMade(() => server.make.person(partner.id, 'referrals-admin', 'account-admin'));

function signIn(email: string, secret = password, address = '198.51.100.1') {
  const headers = { 'x-forwarded-for': address, 'user-agent': 'Test browser' };
  return server.request('POST', '/api/v1/session', { body: { email, password: secret }, headers });
}

const minutesLater = (minutes: number) => server.clock.set(new Date(testNow.getTime() + minutes * 60_000));

describe('ID-5: sign in', () => {
  it('ID-5 says who I am and what I may do, and starts a session', async () => {
    const answer = await signIn(person.email);
    expect(answer.status).toBe(200);
    expect(body(me, answer)).toMatchObject({
      person: { id: person.id, name: person.name, email: person.email },
      organization: { id: partner.id, name: 'Contoso', kind: 'partner' },
      permissions: { readLeads: true, exportLeads: true, createLeads: false, manageAccess: true },
      demo: false,
    });
    expect(answer.text).not.toContain('argon2');
  });

  it('ID-5 the cookie is out of reach for scripts and other sites, and lasts as long as the session', async () => {
    const cookie = (await signIn(person.email)).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^leadlight_session=lls_[\w-]{43}; /);
    const flags = cookie
      .split('; ')
      .slice(1)
      .map((flag) => flag.toLowerCase());
    expect(flags.toSorted()).toEqual(['httponly', `max-age=${14 * 86_400}`, 'path=/', 'samesite=lax']);
  });

  it('ID-5 the cookie is Secure where the installation is reached by https', async () => {
    const secure = await startServerForTest({ env: { LEADLIGHT_PUBLIC_URL: 'https://leads.example' } });
    const home = await secure.make.partner();
    const someone = await secure.make.person(home.id, 'referrals-admin');
    const answer = await secure.request('POST', '/api/v1/session', {
      body: { email: someone.email, password },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/i);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
  });

  it('ID-5 the token is kept hashed', async () => {
    const cookie = (await signIn(person.email)).headers.get('set-cookie') ?? '';
    const token = /leadlight_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    const rows = await server.database.ownerDb.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.some((row) => row.token_hash.equals(hashSecret(token)))).toBe(true);
  });

  it('ID-5 the address may be written in capitals and with blanks around', async () => {
    expect((await signIn(` ${person.email.toUpperCase()} `)).status).toBe(200);
  });

  it('ID-5 a wrong password, an unknown account and a disabled person get the same answer', async () => {
    const disabled = await server.make.person(partner.id, 'referrals-admin');
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: testNow })
      .where('id', '=', disabled.id)
      .execute();
    const withoutPassword = await server.make.person(partner.id, 'referrals-admin');
    await server.database.ownerDb
      .updateTable('person')
      .set({ password_hash: null })
      .where('id', '=', withoutPassword.id)
      .execute();
    const answers = [
      await signIn(person.email, 'wrong'),
      await signIn('nobody@example.test'),
      await signIn(disabled.email),
      await signIn(withoutPassword.email),
    ];
    for (const answer of answers) {
      const { requestId: _requestId, ...said } = problemOf(answer);
      expect(said).toEqual({
        type: '/docs/errors/wrong-credentials',
        title: 'The email address or password is wrong',
        status: 401,
        code: 'wrong-credentials',
        detail: 'The email address or password is wrong.',
      });
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('ID-5 who belongs to no organization any more is told so', async () => {
    const alone = await server.make.person(partner.id);
    expect(problemOf(await signIn(alone.email))).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it.each([
    [{}, ['body.email', 'body.password']],
    [{ email: '', password: '' }, ['body.email', 'body.password']],
    [{ email: 1, password: ['x'] }, ['body.email', 'body.password']],
    [{ email: 'a@b.test', password: 'x'.repeat(1025), remember: true }, ['body.password', 'body.remember']],
  ])('ID-5 400 names everything that is wrong: %j', async (sent, paths) => {
    const problem = problemOf(await server.request('POST', '/api/v1/session', { body: sent }));
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });
});

describe('ID-6: guessing', () => {
  it('ID-6 ten failures per account, from wherever; then 429 also for the right password', async () => {
    for (let n = 0; n < 10; n++)
      expect((await signIn(person.email, 'wrong', `203.0.113.${n}`)).status).toBe(401);
    for (const secret of ['wrong', password]) {
      const answer = await signIn(person.email.toUpperCase(), secret, '203.0.113.99');
      expect(problemOf(answer)).toMatchObject({
        status: 429,
        code: 'too-many-requests',
        retryAfterSeconds: 900,
      });
      expect(answer.headers.get('retry-after')).toBe('900');
    }
    const other = await server.make.person(partner.id, 'referrals-admin');
    expect((await signIn(other.email, password, '203.0.113.0')).status).toBe(200);
  });

  it('ID-6 an unknown account is limited just the same', async () => {
    for (let n = 0; n < 10; n++)
      expect((await signIn('nobody@example.test', 'x', `203.0.113.${n}`)).status).toBe(401);
    expect((await signIn('nobody@example.test', 'x')).status).toBe(429);
  });

  it('ID-6 fifty failures per address, whatever the accounts', async () => {
    const address = '198.51.100.77';
    await fail(49, { address });
    expect((await signIn('last@example.test', 'x', address)).status).toBe(401);
    expect((await signIn(person.email, password, address)).status).toBe(429);
    expect((await signIn(person.email, password, '198.51.100.78')).status).toBe(200);
  });

  it('ID-6 an IPv6 network is one address', async () => {
    await fail(49, { address: '2001:db8:1:2::/64' });
    expect((await signIn('last@example.test', 'x', '2001:db8:1:2::1')).status).toBe(401);
    expect((await signIn(person.email, password, '2001:db8:1:2:a:b:c:d')).status).toBe(429);
    expect((await signIn(person.email, password, '2001:db8:1:3::1')).status).toBe(200);
  });

  it('ID-6 it passes after 15 minutes, as Retry-After says', async () => {
    await fail(10, { email: person.email });
    minutesLater(10);
    expect((await signIn(person.email)).headers.get('retry-after')).toBe('300');
    server.clock.set(new Date(testNow.getTime() + 15 * 60_000 - 1));
    expect((await signIn(person.email)).headers.get('retry-after')).toBe('1');
    minutesLater(15);
    expect((await signIn(person.email)).status).toBe(200);
  });

  it('ID-6 Retry-After speaks of the limit that was hit, not of older failures of others', async () => {
    await fail(5, { address: '198.51.100.1' });
    minutesLater(14);
    await fail(10, { email: person.email });
    expect((await signIn(person.email)).headers.get('retry-after')).toBe('900');
  });

  it('ID-6 a success clears the account, not the address', async () => {
    await fail(9, { email: person.email, address: '198.51.100.5' });
    expect((await signIn(person.email, password, '198.51.100.5')).status).toBe(200);
    for (let n = 0; n < 3; n++)
      expect((await signIn(person.email, 'wrong', '198.51.100.5')).status).toBe(401);
    await fail(50, { address: '198.51.100.6' });
    expect((await signIn(person.email, password, '198.51.100.6')).status).toBe(429);
  });

  it('ID-6 thirty guesses at once are no way around: ten are looked at', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => signIn(person.email, `guess ${n}`, `203.0.113.${n}`)),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401).length).toBe(10);
    expect(statuses.filter((status) => status === 429).length).toBe(20);
  });

  it('ID-6 what is kept of a failure is not the address that was typed', async () => {
    await signIn('my-password-by-mistake', 'x');
    const rows = await server.database.ownerDb.selectFrom('sign_in_failure').selectAll().execute();
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain('my-password');
    minutesLater(16);
    await signIn('another@example.test', 'x');
    expect((await server.database.ownerDb.selectFrom('sign_in_failure').selectAll().execute()).length).toBe(
      1,
    );
  });

  /** Records failures as signing in does, without the time that a password takes. */
  async function fail(times: number, { email, address = '192.0.2.1' }: { email?: string; address?: string }) {
    const rows = Array.from({ length: times }, (_, n) => ({
      account_hash: hashSecret((email ?? `someone-${n}@example.test`).toLowerCase()),
      address: email === undefined ? address : `192.0.2.${n + 10}`,
      at: server.clock.now(),
    }));
    await server.database.ownerDb.insertInto('sign_in_failure').values(rows).execute();
  }
});
