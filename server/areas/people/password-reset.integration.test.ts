import { describe, expect, it } from 'vitest';
import { passwordResetAccepted, passwordResetOffer } from '../../../contract/people/accounts.ts';
import { password } from '../../../test/factories.ts';
import { openSession } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, problemOf, testNow, useTestServer } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import {
  countedTables,
  countMails,
  mailedToken,
  makeFeed,
  minutesLater,
  newPassword,
} from './accounts.fixture.ts';

const server = useTestServer({ env: { LEADLIGHT_TRUST_PROXY: '1' }, emptied: countedTables });
const partner = useMade(() => server.make.partner('Contoso'));
const operator = useMade(() => server.make.organization('operator', 'Vendor'));
const url = '/api/v1/password-reset';

const ask = (email: string, address = '198.51.100.1') =>
  server.request('POST', url, { body: { email }, headers: { 'x-forwarded-for': address } });
const look = (token: string) => server.request('GET', `${url}/${token}`);
const choose = (token: string, chosen: unknown = newPassword) =>
  server.request('POST', `${url}/${token}`, { body: { password: chosen } });
const signIn = (email: string, secret: string) =>
  server.request('POST', '/api/v1/session', { body: { email, password: secret } });
const somebody = () => server.make.person(partner.id, 'referrals-user');

/** Requests a link by email. @returns its token */
async function mailTo(email: string) {
  expect((await ask(email)).status).toBe(202);
  await server.queue.run('account.send-reset');
  return mailedToken(server, 'reset');
}

describe('ID-5: a new password by mail', () => {
  it('ID-5 comes with a link that sets it, and asks to sign in', async () => {
    const person = await somebody();
    const token = await mailTo(` ${person.email.toUpperCase()} `);
    expect(body(passwordResetOffer, await look(token)).expiresAt).toBe(
      new Date(server.clock.now().getTime() + 3_600_000).toISOString(),
    );
    const answer = await choose(token);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null]);
    expect((await signIn(person.email, password)).status).toBe(401);
    expect((await signIn(person.email, newPassword)).status).toBe(200);
  });

  it('ID-5 ends every session, forgets failed sign-ins, and knows that the address works', async () => {
    const person = await somebody();
    const other = await somebody();
    const sessions = await Promise.all([1, 2].map(() => openSession(server, person.id, partner.id)));
    const stranger = await openSession(server, other.id, partner.id);
    for (let n = 0; n < 10; n++) await signIn(person.email, 'forgotten');
    expect((await signIn(person.email, password)).status).toBe(429);
    await choose(await mailTo(person.email));
    for (const as of sessions) expect((await server.request('GET', '/api/v1/me', { as })).status).toBe(401);
    expect((await server.request('GET', '/api/v1/me', { as: stranger })).status).toBe(200);
    const signedIn = await signIn(person.email, newPassword);
    expect(signedIn.json).toMatchObject({
      person: { emailVerifiedAt: server.clock.now().toISOString(), emailRefusedAt: null },
    });
  });

  it('ID-5 ends the calendar links of the person in all organizations, and nobody else’s', async () => {
    const person = await somebody();
    const other = await somebody();
    const second = await server.make.partner();
    await server.make.join(person.id, second.id, 'referrals-user');
    const feedOf = async (personId: string, organizationId: string) =>
      makeFeed(server, await openSession(server, personId, organizationId));
    const own = [await feedOf(person.id, partner.id), await feedOf(person.id, second.id)];
    const strange = await feedOf(other.id, partner.id);
    await choose(await mailTo(person.email));
    for (const path of own) expect((await server.request('GET', path)).status).toBe(404);
    expect((await server.request('GET', strange)).status).toBe(200);
  });

  it('ID-5 an unknown, a disabled and a known account get the same answer after the same work', async () => {
    const known = await somebody();
    const disabled = await somebody();
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: server.clock.now() })
      .where('id', '=', disabled.id)
      .execute();
    const before = await countMails(server, 'password-reset');
    const said = [];
    for (const email of [known.email, disabled.email, 'nobody@example.test']) {
      const answer = await ask(email);
      said.push([answer.status, answer.text]);
      expect(body(passwordResetAccepted, answer)).toEqual({ validMinutes: 60, sendsMail: false });
    }
    expect(new Set(said.map(String)).size).toBe(1);
    const jobs = await server.queue.run('account.send-reset');
    expect(jobs.map(({ payload }) => Object.keys(payload as object).toSorted())).toEqual(
      Array(3).fill(['linkId', 'personId']),
    );
    expect(JSON.stringify(jobs)).not.toContain('@');
    expect(await countMails(server, 'password-reset')).toBe(before + 1);
  });

  it('ID-5 the mail is made once when its job runs twice', async () => {
    const person = await somebody();
    const before = await countMails(server, 'password-reset');
    const payload = { personId: person.id, linkId: newId() };
    const job = server.jobs.find(({ name }) => name === 'account.send-reset');
    await job?.run(payload);
    await job?.run(payload);
    expect(await countMails(server, 'password-reset')).toBe(before + 1);
  });

  it('ID-5 the mail is in the outbox of the person’s organization, or of the operator for who is only invited', async () => {
    const invited = await server.make.person(partner.id);
    await server.database.ownerDb
      .insertInto('account_link')
      .values({
        organization_id: partner.id,
        id: newId(),
        purpose: 'join',
        email: invited.email.toUpperCase(),
        name: 'Kim',
        roles: ['referrals-user'],
        invited_by: (await somebody()).id,
        invited_by_name: 'Grace',
        created_at: testNow,
        expires_at: new Date(testNow.getTime() + 86_400_000),
      })
      .execute();
    const homes = [await somebody(), invited];
    const found = [];
    for (const person of homes) {
      await mailTo(person.email);
      const mail = await server.database.ownerDb
        .selectFrom('mail')
        .select(['organization_id', 'reason'])
        .where('address', '=', person.email)
        .executeTakeFirstOrThrow();
      found.push(mail);
    }
    expect(found).toEqual([
      { organization_id: partner.id, reason: 'asked' },
      { organization_id: operator.id, reason: 'asked' },
    ]);
  });

  it('ID-5 a link works once; using one ends the others of the account, and nobody else’s', async () => {
    const person = await somebody();
    const [first, second] = [await mailTo(person.email), await mailTo(person.email)];
    const other = await mailTo((await somebody()).email);
    expect((await choose(first)).status).toBe(204);
    expect(problemOf(await choose(first))).toMatchObject({
      code: 'link-over',
      detail: expect.stringMatching(/already used to choose/),
    });
    expect(problemOf(await look(second)).code).toBe('link-over');
    expect((await look(other)).status).toBe(200);
  });

  it('ID-5 of two at once, one wins', async () => {
    const person = await somebody();
    const token = await mailTo(person.email);
    const tried = [newPassword, 'seven green windows'];
    const statuses = await Promise.all(tried.map(async (one) => (await choose(token, one)).status));
    expect(statuses.toSorted()).toEqual([204, 410]);
    const winner = tried[statuses.indexOf(204)] ?? '';
    const loser = tried[statuses.indexOf(410)] ?? '';
    expect((await signIn(person.email, winner)).status).toBe(200);
    expect((await signIn(person.email, loser)).status).toBe(401);
  });

  it('ID-5 a link works for one hour', async () => {
    const token = await mailTo((await somebody()).email);
    minutesLater(server, 60, -1);
    expect((await look(token)).status).toBe(200);
    minutesLater(server, 60);
    for (const answer of [await look(token), await choose(token)])
      expect(problemOf(answer)).toMatchObject({
        status: 410,
        detail: expect.stringMatching(/Request a new one/),
      });
  });

  it('ID-5 who left every organization is sent nothing, and a link from before opens nothing', async () => {
    const person = await somebody();
    await mailTo(person.email);
    const token = await mailedToken(server, 'reset');
    await server.database.ownerDb.deleteFrom('membership').where('person_id', '=', person.id).execute();
    expect(problemOf(await choose(token))).toMatchObject({ status: 410, code: 'link-over' });
    const before = await countMails(server, 'password-reset');
    await mailTo(person.email);
    expect(await countMails(server, 'password-reset')).toBe(before);
  });

  it('ID-5 a person who is disabled meanwhile does not get in', async () => {
    const person = await somebody();
    const token = await mailTo(person.email);
    await server.database.ownerDb
      .updateTable('person')
      .set({ disabled_at: server.clock.now() })
      .where('id', '=', person.id)
      .execute();
    expect((await choose(token)).status).toBe(410);
  });

  it.each([
    ['eleven char', 'must have at least 12 characters'],
    ['abababababababab', 'must not repeat the same few characters'],
    ['', 'must have at least 12 characters'],
    [12345678901234, undefined],
    [null, undefined],
  ])('ID-5 %j is refused as a password, and the link stays', async (chosen, message) => {
    const token = await mailTo((await somebody()).email);
    const problem = problemOf(await choose(token, chosen));
    expect(problem).toMatchObject({ status: 400, issues: [{ path: 'body.password' }] });
    if (message) expect(problem.issues?.[0]?.message).toBe(message);
    expect((await look(token)).status).toBe(200);
  });

  it('ID-5 400 for what is no request, 404 for what is no link', async () => {
    for (const sent of [{}, { email: '' }, { email: 'x@y.test', extra: 1 }])
      expect((await server.request('POST', url, { body: sent })).status).toBe(400);
    expect((await look('nonsense')).status).toBe(404);
    expect((await choose('nonsense')).status).toBe(404);
  });
});

describe('ID-6: asking for mails again and again', () => {
  it('ID-6 three an hour for an account, known or not; then 429 says when', async () => {
    for (const email of [(await somebody()).email, 'nobody@example.test']) {
      for (let n = 0; n < 3; n++) expect((await ask(email, `203.0.113.${n}`)).status).toBe(202);
      const refused = await ask(email.toUpperCase(), '203.0.113.9');
      expect(problemOf(refused)).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 3600 });
      expect(refused.headers.get('retry-after')).toBe('3600');
    }
    minutesLater(server, 60);
    expect((await ask('nobody@example.test')).status).toBe(202);
  });

  it('ID-6 twenty an hour from an address', async () => {
    for (let n = 0; n < 20; n++) expect((await ask(`nobody${n}@example.test`)).status).toBe(202);
    expect((await ask('another@example.test')).status).toBe(429);
    expect((await ask('another@example.test', '198.51.100.2')).status).toBe(202);
  });

  it('ID-6 twenty an hour from an IPv6 network, whichever of its addresses', async () => {
    for (let n = 0; n < 20; n++)
      expect((await ask(`nobody${n}@example.test`, `2001:db8:1:2::${n}`)).status).toBe(202);
    expect((await ask('another@example.test', '2001:db8:1:2:9:9:9:9')).status).toBe(429);
    expect((await ask('another@example.test', '2001:db8:1:3::1')).status).toBe(202);
  });

  it('ID-6 many at once are no way around', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => ask('nobody@example.test', `203.0.113.${n}`)),
    );
    expect(answers.filter(({ status }) => status === 202).length).toBe(3);
  });

  it('DP-2 what is kept of a request is not the address that was typed, and the log has no token', async () => {
    await ask('my-password-by-mistake');
    const rows = await server.database.ownerDb.selectFrom('password_reset_request').selectAll().execute();
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain('my-password');
    const person = await somebody();
    const token = await mailTo(person.email);
    await choose(token);
    const log = server.logged.join('');
    expect(log).toContain('/api/v1/password-reset/:token');
    for (const secret of [token, person.email, newPassword]) expect(log).not.toContain(secret);
  });
});
