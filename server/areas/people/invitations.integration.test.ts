import { describe, expect, it } from 'vitest';
import { accessLogPage, me } from '../../../contract/identity/identity.ts';
import { invitationList, invitationSent } from '../../../contract/people/accounts.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { useMade } from '../../../test/made.ts';
import { body, type Caller, problemOf, startServerForTest } from '../../../test/server.ts';
import { newId } from '../../platform/ids.ts';
import {
  countedTables,
  countMails,
  invite,
  mailedToken,
  minutesLater,
  newPassword,
} from './accounts.fixture.ts';

const { server, world } = useLeadWorld({ emptied: countedTables });
const admin = useMade(() => world.as.accountAdmin);
const url = '/api/v1/invitations';
const order = { email: 'Kim@newcomer.test', name: 'Kim Novak', roles: ['referrals-user', 'profile-admin'] };

const post = (path: string, sent: unknown, as: Caller | undefined = admin) =>
  server.request('POST', path, { as, body: sent });
const list = async (as = admin) =>
  body(invitationList, await server.request('GET', url, { as })).items.map(({ email }) => email);

describe('ID-5: invitations', () => {
  it('ID-5 go out as a mail in the outbox of the organization, and wait in a list', async () => {
    const before = await countMails(server, 'invitation');
    const made = body(invitationSent, await post(url, { ...order, locationId: world.munich.id }));
    expect(made).toMatchObject({
      email: 'Kim@newcomer.test',
      name: 'Kim Novak',
      roles: ['referrals-user', 'profile-admin'],
      locationName: 'Munich',
      invitedBy: world.people.accountAdmin.name,
      expiresAt: new Date(server.clock.now().getTime() + 7 * 86_400_000).toISOString(),
      expired: false,
    });
    expect(await list()).toEqual(['Kim@newcomer.test']);
    expect(await countMails(server, 'invitation')).toBe(before + 1);
    const mail = await server.database.ownerDb
      .selectFrom('mail')
      .selectAll()
      .where('kind', '=', 'invitation')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(mail).toMatchObject({
      organization_id: world.contoso.id,
      address: 'Kim@newcomer.test',
      person_id: null,
      reason: 'invited',
      content: { kind: 'invitation', linkId: made.id, organizationName: 'Contoso' },
    });
  });

  it('ID-5 hand the link to the inviter once while mails are kept; nothing that opens it is stored', async () => {
    const made = body(invitationSent, await post(url, order));
    const token = await mailedToken(server, 'join');
    expect(made.link).toBe(`http://127.0.0.1:0/join/${token}`);
    expect((await server.request('GET', url, { as: admin })).text).not.toContain(token);
    const { rows } = await server.database.ownerPool.query(
      `select to_jsonb(m)::text || (select string_agg(to_jsonb(l)::text, '') from account_link l) as all
       from mail m where kind = 'invitation'`,
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ID-5 whose link the inviter was shown prove nothing about the address', async () => {
    const { token } = await invite(server, admin, { ...order, email: 'handed@newcomer.test' });
    const answer = await server.request('POST', `${url}/by-link/${token}/acceptance`, {
      body: { name: 'Kim', password: newPassword },
    });
    expect(body(me, answer).person).toMatchObject({ email: 'handed@newcomer.test', emailVerifiedAt: null });
  });

  it('ID-5 keep the link from the inviter where mails are sent', async () => {
    const sending = await startServerForTest({
      env: { SMTP_URL: 'smtp://127.0.0.1:1', LEADLIGHT_MAIL_FROM: 'desk@leads.test' },
    });
    const partner = await sending.make.partner();
    const person = await sending.make.person(partner.id, 'account-admin');
    const as = await openSession(sending, person.id, partner.id);
    const made = await invite(sending, as, order);
    expect(made.link).toBeNull();
  });

  it('ID-5 a newer one to the same address, a resend and a revocation end the link before', async () => {
    const first = await invite(server, admin, order);
    const second = await invite(server, admin, { ...order, email: 'kim@NEWCOMER.test' });
    const resent = body(invitationSent, await post(`${url}/${second.id}/resend`, {}));
    const third = await mailedToken(server, 'join');
    expect(resent).toMatchObject({ email: 'kim@NEWCOMER.test', roles: order.roles, name: 'Kim Novak' });
    expect(await list()).toEqual(['kim@NEWCOMER.test']);
    const states = async () =>
      Promise.all(
        [first.token, second.token, third].map(
          async (token) => (await server.request('GET', `${url}/by-link/${token}`)).status,
        ),
      );
    expect(await states()).toEqual([410, 410, 200]);
    expect((await server.request('DELETE', `${url}/${resent.id}`, { as: admin })).status).toBe(204);
    expect(await states()).toEqual([410, 410, 410]);
    expect(await list()).toEqual([]);
    const again = await server.request('DELETE', `${url}/${resent.id}`, { as: admin });
    expect(problemOf(again).code).toBe('not-found');
    expect((await post(`${url}/${resent.id}/resend`, {})).status).toBe(404);
  });

  it('ID-5 stay in the list when the link has run out, and can be sent again', async () => {
    const made = await invite(server, admin, order);
    minutesLater(server, 7 * 24 * 60);
    const { items } = body(invitationList, await server.request('GET', url, { as: admin }));
    expect(items).toMatchObject([{ id: made.id, expired: true }]);
    const resent = body(invitationSent, await post(`${url}/${made.id}/resend`, {}));
    expect(resent.expired).toBe(false);
  });

  it('ID-7 who invited whom is in the access log', async () => {
    await invite(server, admin, order);
    const page = await server.request('GET', '/api/v1/access-log?limit=1', { as: admin });
    expect(body(accessLogPage, page).items).toMatchObject([
      { action: 'people.change', actor: world.people.accountAdmin.name, detail: 'invited Kim Novak' },
    ]);
  });

  it.each([
    [{}, ['body.email', 'body.name', 'body.roles']],
    [{ ...order, email: 'kim at newcomer' }, ['body.email']],
    [{ ...order, email: 'kim@newcomer.test\r\nBcc: all@victims.test' }, ['body.email']],
    [{ ...order, email: '"kim"@newcomer.test' }, ['body.email']],
    [{ ...order, roles: [] }, ['body.roles']],
    [{ ...order, roles: ['root'] }, ['body.roles[0]']],
    [{ ...order, roles: ['operator-admin'] }, ['body.roles']],
    [{ ...order, roles: ['referrals-user', 'seller'] }, ['body.roles']],
    [{ ...order, locationId: newId() }, ['body.locationId']],
    [{ ...order, admin: true }, ['body.admin']],
  ])('ID-5 400 names what is wrong with %j', async (sent, paths) => {
    const problem = problemOf(await post(url, sent));
    expect(problem.status).toBe(400);
    expect(problem.issues?.map(({ path }) => path).toSorted()).toEqual(paths);
    expect(await list()).toEqual([]);
  });

  it('ID-1 an operator invites people of the operator, and no partner’s', async () => {
    const as = world.as.operatorAdmin;
    expect((await post(url, { ...order, roles: ['seller', 'marketer'] }, as)).status).toBe(201);
    expect((await post(url, { ...order, roles: ['referrals-admin'] }, as)).status).toBe(400);
    expect(await list(as)).toEqual(['Kim@newcomer.test']);
    expect(await list()).toEqual([]);
  });

  it('ID-5 somebody who belongs here already is not invited again', async () => {
    const { email } = world.people.munichUser;
    const answer = await post(url, { ...order, email: email.toUpperCase() });
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'already-there' });
    // An account elsewhere is nobody's business: the answer is the same as for an unknown address.
    expect((await post(url, { ...order, email: world.people.fabrikamAdmin.email })).status).toBe(201);
  });

  it('ID-3 need somebody who manages people of the whole organization', async () => {
    const made = await invite(server, admin, order);
    const calls = (as: Caller | undefined) => [
      server.request('GET', url, { as }),
      server.request('POST', url, { as, body: order }),
      server.request('POST', `${url}/${made.id}/resend`, { as }),
      server.request('DELETE', `${url}/${made.id}`, { as }),
    ];
    for (const answer of await Promise.all(calls(undefined))) expect(answer.status).toBe(401);
    const munich = await server.make.person(world.contoso.id, {
      role: 'account-admin',
      locationId: world.munich.id,
    });
    const token = await server.make.apiToken(world.contoso.id, 'leads:read', 'leads:write');
    const munichAdmin = await openSession(server, munich.id, world.contoso.id);
    for (const as of [world.as.admin, world.as.profileAdmin, munichAdmin, { token }])
      for (const answer of await Promise.all(calls(as)))
        expect(problemOf(answer)).toMatchObject({ status: 403, code: 'not-allowed' });
    const [listing, , resend, revoke] = await Promise.all(calls(world.as.operatorAdmin));
    expect(listing?.text).not.toContain('newcomer.test');
    expect([resend?.status, revoke?.status]).toEqual([404, 404]);
    expect(await list()).toEqual(['Kim@newcomer.test']);
  });

  it('ID-5 five mails an hour go to one address, whoever presses the button', async () => {
    const sent = [];
    for (let n = 0; n < 5; n++) sent.push((await post(url, order)).status);
    expect(sent).toEqual([201, 201, 201, 201, 201]);
    const refused = await post(url, { ...order, email: 'KIM@newcomer.test' });
    expect(problemOf(refused)).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 3600 });
    expect((await post(url, { ...order, email: 'other@newcomer.test' })).status).toBe(201);
    minutesLater(server, 60);
    expect((await post(url, order)).status).toBe(201);
  });

  it('ID-5 what is left of old links is deleted when another is made', async () => {
    await invite(server, admin, order);
    minutesLater(server, 31 * 24 * 60);
    const lasting = await openSession(server, world.people.accountAdmin.id, world.contoso.id);
    await invite(server, lasting, { ...order, email: 'other@newcomer.test' });
    const rows = await server.database.ownerDb.selectFrom('account_link').select('email').execute();
    expect(rows).toEqual([{ email: 'other@newcomer.test' }]);
  });
});
