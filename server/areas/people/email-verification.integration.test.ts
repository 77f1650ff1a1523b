import { beforeEach, describe, expect, it } from 'vitest';
import { me } from '../../../contract/identity/identity.ts';
import { verificationOffer, waitingVerification } from '../../../contract/people/accounts.ts';
import { password } from '../../../test/factories.ts';
import { openSession } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf, useTestServer } from '../../../test/server.ts';
import { countedTables, countMails, mailedToken, minutesLater } from './accounts.fixture.ts';

const server = useTestServer({ emptied: countedTables });
const partner = useMade(() => server.make.partner('Contoso'));
let person: { id: string; email: string; name: string };
let as: Caller;
let counter = 0;
const own = '/api/v1/me/email-verification';
beforeEach(async () => {
  person = await server.make.person(partner.id, 'referrals-user');
  as = await openSession(server, person.id, partner.id);
});

const send = (sent: object = {}, caller: Caller | undefined = as) =>
  server.request('POST', own, { as: caller, body: sent });
const page = (token: string) => `/api/v1/email-verification/${token}`;
const look = (token: string) => server.request('GET', page(token));
const confirm = (token: string, caller: Caller | undefined = as) =>
  server.request('POST', page(token), { as: caller });
const confirmSignedOut = (token: string) => server.request('POST', page(token));
const whoAmI = async () => body(me, await server.request('GET', '/api/v1/me', { as })).person;
const newAddress = () => `moved${++counter}@elsewhere.test`;

async function refuseMails() {
  const refused = { email_refused_at: server.clock.now(), email_refused_reason: 'no such user' };
  await server.database.ownerDb.updateTable('person').set(refused).where('id', '=', person.id).execute();
}

describe('ID-5, NT-5: an address that is confirmed', () => {
  it('ID-5 a mail goes there; its link confirms it for the owner of the account, and for nobody else who reads it', async () => {
    await refuseMails();
    expect(await whoAmI()).toMatchObject({ emailVerifiedAt: null, emailRefusedAt: expect.any(String) });
    const answer = await send();
    expect(answer.status).toBe(202);
    expect(body(waitingVerification, answer).waiting).toEqual({
      email: person.email,
      expiresAt: new Date(server.clock.now().getTime() + 3_600_000).toISOString(),
    });
    const token = await mailedToken(server, 'verify');
    expect(body(verificationOffer, await look(token))).toEqual({ email: person.email, isChange: false });
    expect(await whoAmI()).toMatchObject({ emailVerifiedAt: null });
    expect((await confirmSignedOut(token)).status).toBe(401);
    const other = await server.make.person(partner.id, 'referrals-user');
    expect((await confirm(token, await openSession(server, other.id, partner.id))).status).toBe(403);
    expect(await whoAmI()).toMatchObject({ emailVerifiedAt: null });
    expect((await confirm(token)).status).toBe(204);
    expect(await whoAmI()).toMatchObject({
      emailVerifiedAt: server.clock.now().toISOString(),
      emailRefusedAt: null,
    });
    expect((await server.request('GET', own, { as })).json).toEqual({ waiting: null, sendsMail: false });
  });

  it('ID-5 the link works once, for one hour, and only the newest', async () => {
    await send();
    const first = await mailedToken(server, 'verify');
    await send();
    const second = await mailedToken(server, 'verify');
    expect(problemOf(await confirm(first)).detail).toMatch(/replaced by a newer one/);
    const both = await Promise.all([confirm(second), confirm(second)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 410]);
    await send();
    const third = await mailedToken(server, 'verify');
    minutesLater(server, 60);
    expect(problemOf(await look(third))).toMatchObject({
      status: 410,
      detail: expect.stringMatching(/expired/),
    });
    expect((await confirm(third)).status).toBe(410);
    expect((await look('nonsense')).status).toBe(404);
  });

  it('ID-5 needs somebody who is signed in; five mails an hour', async () => {
    for (const method of ['GET', 'POST'])
      expect((await server.request(method, own, { body: method === 'GET' ? undefined : {} })).status).toBe(
        401,
      );
    const token = await server.make.apiToken(partner.id, 'leads:read');
    expect((await send({}, { token })).status).toBe(403);
    for (let n = 0; n < 5; n++) expect((await send()).status).toBe(202);
    expect(problemOf(await send())).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 3600 });
  });
});

describe('ID-5: another address', () => {
  it('ID-5 counts once it is confirmed by the owner of the account', async () => {
    const email = newAddress();
    const answer = await send({ email, password });
    expect(body(waitingVerification, answer).waiting?.email).toBe(email);
    expect((await whoAmI()).email).toBe(person.email);
    const token = await mailedToken(server, 'verify');
    expect(body(verificationOffer, await look(token))).toEqual({ email, isChange: true });
    expect((await confirm(token, as)).status).toBe(204);
    expect(await whoAmI()).toMatchObject({ email, emailVerifiedAt: server.clock.now().toISOString() });
    const signIn = (address: string) =>
      server.request('POST', '/api/v1/session', { body: { email: address, password } });
    expect((await signIn(email)).status).toBe(200);
    expect((await signIn(person.email)).status).toBe(401);
    // The old mailbox is told.
    const told = await server.database.ownerDb
      .selectFrom('mail')
      .select(['address', 'content'])
      .where('kind', '=', 'address-changed')
      .where('address', '=', person.email)
      .execute();
    expect(told).toEqual([
      { address: person.email, content: { kind: 'address-changed', newAddress: email } },
    ]);
  });

  it('ID-5 the mail goes to the new one, and says nothing about the person when it comes back', async () => {
    const email = newAddress();
    await send({ email, password });
    const mail = await server.database.ownerDb
      .selectFrom('mail')
      .select(['address', 'person_id', 'organization_id'])
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(mail).toEqual({ address: email, person_id: null, organization_id: partner.id });
  });

  it('ID-5 whoever reads the mail at a mistyped address does not get the account', async () => {
    await send({ email: newAddress(), password });
    const token = await mailedToken(server, 'verify');
    expect(problemOf(await confirmSignedOut(token)).code).toBe('not-signed-in');
    const other = await server.make.person(partner.id, 'account-admin');
    const stranger = await openSession(server, other.id, partner.id);
    expect(problemOf(await confirm(token, stranger)).code).toBe('not-allowed');
    expect((await whoAmI()).email).toBe(person.email);
    expect((await look(token)).status).toBe(200);
  });

  it('ID-5 needs the password, whose guesses count (ID-6)', async () => {
    const email = newAddress();
    const before = await countMails(server, 'verification');
    expect(problemOf(await send({ email }))).toMatchObject({
      status: 400,
      issues: [{ path: 'body.password' }],
    });
    for (let n = 0; n < 10; n++)
      expect(problemOf(await send({ email, password: `wrong ${n}` })).code).toBe('wrong-credentials');
    expect(problemOf(await send({ email, password })).code).toBe('too-many-requests');
    expect(await countMails(server, 'verification')).toBe(before);
  });

  it('ID-5 that another account has is told to nobody but its owner', async () => {
    const other = await server.make.person(partner.id, 'referrals-user');
    expect((await send({ email: other.email.toUpperCase(), password })).status).toBe(202);
    const token = await mailedToken(server, 'verify');
    expect(problemOf(await confirm(token, as))).toMatchObject({ status: 409, code: 'already-there' });
    expect((await whoAmI()).email).toBe(person.email);
  });

  it('ID-5 links for a new password that went to the old one end', async () => {
    await server.request('POST', '/api/v1/password-reset', { body: { email: person.email } });
    await server.queue.run('account.send-reset');
    const reset = await mailedToken(server, 'reset');
    await send({ email: newAddress(), password });
    expect((await confirm(await mailedToken(server, 'verify'), as)).status).toBe(204);
    expect((await server.request('GET', `/api/v1/password-reset/${reset}`)).status).toBe(410);
  });

  it.each([[{ email: 'nowhere' }], [{ email: 'a@b.test, c@d.test' }], [{ address: 'x@y.test' }]])(
    'ID-5 400 for %j',
    async (sent) => {
      expect(problemOf(await send({ password, ...sent })).status).toBe(400);
    },
  );
});
