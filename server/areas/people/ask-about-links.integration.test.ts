import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { password } from '../../../test/factories.ts';
import { openSession, useLeadWorld } from '../../../test/lead-world.ts';
import { type MailServer, startMailServer } from '../../../test/worlds/mail-server.ts';
import { kindsOfMail } from '../../main.ts';
import { type MailTransport, smtpTransport } from '../../platform/mail/transport.ts';
import { MailSender, postRulesOf } from '../mail/index.ts';
import { countedTables, minutesLater } from './accounts.fixture.ts';

const from = 'Leadlight <leads@leads.example>';

const { server, world } = useLeadWorld({
  env: { SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: from },
  emptied: [...countedTables, 'mail'],
});
let mailServer: MailServer;
let transport: MailTransport;
let sender: MailSender;
const days = 24 * 60;

beforeEach(async () => {
  mailServer = await startMailServer();
  transport = smtpTransport({ url: mailServer.url, from });
  const settings = { publicUrl: 'https://leads.example', messageDomain: 'leads.example' };
  const rules = postRulesOf(kindsOfMail);
  sender = new MailSender(server.database.workerDb, server.clock, transport, settings, rules);
});
afterEach(async () => {
  transport.close();
  await mailServer.stop();
});

/** The mail server is back. @returns the emails of this kind as they are then sent */
async function sendAll(kind: string): Promise<string[]> {
  const all = server.database.ownerDb.selectFrom('mail').selectAll().where('kind', '=', kind).orderBy('id');
  for (const { organization_id, id } of await all.execute()) await sender.send(organization_id, id);
  const states = (await all.execute()).map(({ state, drop_reason }) => drop_reason ?? state);
  expect(mailServer.taken).toHaveLength(states.filter((state) => state === 'sent').length);
  return states;
}

const invite = (email: string, as = world.as.accountAdmin) =>
  server.request('POST', '/api/v1/invitations', {
    as,
    body: { email, name: 'Kim', roles: ['referrals-user'] },
  });
const leave = (personId: string) =>
  server.database.ownerDb.deleteFrom('membership').where('person_id', '=', personId).execute();

describe('ID-5: a mail whose link lets somebody in is asked about when it is sent', () => {
  it('ID-5 an invitation of five days ago is sent, one of seven is not', async () => {
    await invite('early@newcomer.test');
    minutesLater(server, 5 * days);
    await invite('late@newcomer.test');
    expect(await sendAll('invitation')).toEqual(['sent', 'sent']);
    await invite('over@newcomer.test');
    minutesLater(server, 12 * days);
    expect(await sendAll('invitation')).toEqual(['sent', 'sent', 'link-over']);
  });

  it('ID-5 an invitation that was canceled, replaced, or whose inviter left', async () => {
    const canceled = await invite('canceled@newcomer.test');
    const { id } = canceled.json as { id: string };
    await server.request('DELETE', `/api/v1/invitations/${id}`, { as: world.as.accountAdmin });
    await invite('twice@newcomer.test');
    await invite('twice@newcomer.test');
    const inviter = await server.make.person(world.contoso.id, 'account-admin');
    await invite('guest@newcomer.test', await openSession(server, inviter.id, world.contoso.id));
    await leave(inviter.id);
    expect(await sendAll('invitation')).toEqual(['link-over', 'link-over', 'sent', 'link-over']);
  });

  async function askForReset() {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    const answer = await server.request('POST', '/api/v1/password-reset', { body: { email: person.email } });
    expect(answer.status).toBe(202);
    await server.queue.run('account.send-reset');
    return person;
  }
  const change = (personId: string, columns: object) =>
    server.database.ownerDb.updateTable('person').set(columns).where('id', '=', personId).execute();

  it.each<[string, string, (personId: string) => unknown]>([
    ['within the hour', 'sent', () => minutesLater(server, 59)],
    ['after an hour', 'link-over', () => minutesLater(server, 60)],
    ['to somebody who left', 'left-organization', (id) => leave(id)],
    [
      'to somebody who is disabled',
      'account-disabled',
      (id) => change(id, { disabled_at: server.clock.now() }),
    ],
    ['to an address that was changed', 'link-over', (id) => change(id, { email: `${id}@moved.test` })],
    [
      'to somebody who left, and works for another partner',
      'sent',
      async (id) => {
        await leave(id);
        await server.make.join(id, world.fabrikam.id, 'referrals-user');
      },
    ],
  ])('ID-5 a link for a new password %s: %s', async (_when, became, happen) => {
    const person = await askForReset();
    await happen(person.id);
    expect(await sendAll('password-reset')).toEqual([became]);
  });

  it('ID-5 a link that confirms an address, unless there is a newer one or its owner left', async () => {
    const person = await server.make.person(world.contoso.id, 'referrals-user');
    const as = await openSession(server, person.id, world.contoso.id);
    const send = (email: string) =>
      server.request('POST', '/api/v1/me/email-verification', { as, body: { email, password } });
    await send('one@new.test');
    await send('two@new.test');
    expect(await sendAll('verification')).toEqual(['link-over', 'sent']);
    await send('three@new.test');
    await leave(person.id);
    expect(await sendAll('verification')).toEqual(['link-over', 'sent', 'left-organization']);
  });
});
