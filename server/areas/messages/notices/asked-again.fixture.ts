import { leadNotices } from '../../../../contract/mail.ts';
import { makeLeadWorld } from '../../../../test/lead-world.ts';
import { runJobs } from '../../../../test/run-jobs.ts';
import { body, startTestServer, testNow } from '../../../../test/server.ts';
import { type MailServer, startMailServer } from '../../../../test/worlds/mail-server.ts';
import { askers } from '../../../main.ts';
import type { Db } from '../../../platform/database/database.ts';
import { type MailTransport, smtpTransport } from '../../../platform/mail/transport.ts';
import { askEach, MailSender } from '../../mail/index.ts';

const from = 'Leadlight <leads@leads.example>';
const settings = { publicUrl: 'https://leads.example', messageDomain: 'leads.example' };
const tellJobs = ['lead.tell-arrival', 'lead.tell', 'lead.tell-expired', 'lead.remind'];

/** Organizations whose mails wait, until the test lets a real mail server take them. */
export async function startWaitingWorld() {
  // There is a mail server, so mails wait; who sends them, and when, is the test's choice.
  const server = await startTestServer({ SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: from });
  const world = await makeLeadWorld(server);
  const { ownerDb, ownerPool } = server.database;
  const memberships = await ownerDb.selectFrom('membership').selectAll().execute();
  const people = await ownerDb.selectFrom('person').select(['id', 'email']).execute();
  let mailServer: MailServer;
  let transport: MailTransport;
  let sender: MailSender;

  /** Everybody is back, and no lead and no mail is there. */
  async function begin(): Promise<void> {
    server.clock.set(testNow);
    await ownerPool.query(
      `truncate lead_notice, mail, notice_day, lead, mail_preference, former_address, notification, profile_location,
         business_profile, membership, customer_request cascade;
       truncate graphile_worker._private_jobs cascade;
       update person set disabled_at = null, email_refused_at = null, locale = null`,
    );
    await ownerDb.insertInto('membership').values(memberships).execute();
    for (const { id, email } of people)
      await ownerDb
        .updateTable('person')
        .set({ email })
        .where('id', '=', id)
        .where('email', '<>', email)
        .execute();
    await ownerPool.query('truncate former_address');
    mailServer = await startMailServer();
    transport = smtpTransport({ url: mailServer.url, from });
    sender = new MailSender(server.database.workerDb, server.clock, transport, settings, askEach(askers));
  }

  async function end(): Promise<void> {
    transport.close();
    await mailServer.stop();
  }

  const mails = (state?: 'waiting' | 'dropped') =>
    ownerDb
      .selectFrom('mail')
      .selectAll()
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
      .orderBy('created_at')
      .orderBy('id')
      .execute();

  /** Works a job of the queue with what it would carry. */
  async function work(name: string, payload: object): Promise<void> {
    await server.jobs.find((job) => job.name === name)?.run(payload);
  }

  /** The mail server is back: what waits is sent, and what that causes is done and sent as well. */
  async function sendAll(): Promise<string[]> {
    for (let round = 0; round < 3; round++) {
      await runJobs(server, ...tellJobs);
      for (const { organization_id, id } of await mails('waiting')) await sender.send(organization_id, id);
    }
    return mailServer.taken.map(({ to, mail }) => `${to}: ${mail.subject}`);
  }

  return {
    ...{ server, world, begin, end, mails, work, sendAll },
    taken: () => mailServer.taken,
    become: (mood: Parameters<MailServer['become']>[0]) => mailServer.become(mood),
    releaseKept: () => sender.releaseKept(),
    later: (ms: number) => server.clock.set(new Date(server.clock.now().getTime() + ms)),
    arrive: (...leadIds: string[]) =>
      work('lead.tell-arrival', { organizationId: world.contoso.id, leadIds }),
    dropped: async () =>
      (await mails('dropped')).map(({ address, drop_reason }) => `${address}: ${drop_reason}`),
    ...happenings(ownerDb),
    /** Who was told about a lead, as its page says it. */
    panel: async (leadId: string) => {
      const answer = await server.request('GET', `/api/v1/leads/${leadId}/notices`, { as: world.as.admin });
      return body(leadNotices, answer).items.map(({ to, words }) => `${to.name}: ${words}`);
    },
  };
}

/** What can happen while a mail waits. */
function happenings(ownerDb: Db) {
  return {
    leave: (personId: string) => ownerDb.deleteFrom('membership').where('person_id', '=', personId).execute(),
    disable: (personId: string) =>
      ownerDb.updateTable('person').set({ disabled_at: testNow }).where('id', '=', personId).execute(),
    update: (leadId: string, columns: object) =>
      ownerDb.updateTable('lead').set(columns).where('id', '=', leadId).execute(),
    switchOff: (personId: string, category: string) =>
      ownerDb
        .insertInto('mail_preference')
        .values({ person_id: personId, category, by_mail: false, changed_at: testNow })
        .execute(),
  };
}

export type WaitingWorld = Awaited<ReturnType<typeof startWaitingWorld>>;
