import type { Selectable } from 'kysely';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import { leadNotices } from '../../../../contract/mail/mail.ts';
import type { Membership } from '../../../../db/types.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type TestServer, testNow } from '../../../../test/server.ts';
import { type MailServer, startMailServer } from '../../../../test/worlds/mail-server.ts';
import { kindsOfMail } from '../../../main.ts';
import { type MailTransport, smtpTransport } from '../../../platform/mail/transport.ts';
import { MailSender, postRulesOf } from '../../mail/index.ts';

const from = 'Leadlight <leads@leads.example>';
const settings = { publicUrl: 'https://leads.example', messageDomain: 'leads.example' };
const tellJobs = ['lead.tell-arrival', 'lead.tell', 'lead.tell-expired', 'lead.remind'];

/**
 * Organizations whose emails wait until the test lets a real mail server accept them.
 * @param env settings besides those of the mail server
 */
export function useWaitingWorld(env: Record<string, string> = {}) {
  // There is a mail server, so emails wait; the test decides who sends them, and when.
  const { server, world } = useLeadWorld({
    env: { SMTP_URL: 'smtp://127.0.0.1:9', LEADLIGHT_MAIL_FROM: from, ...env },
  });
  useEverybody(server);
  let mailServer: MailServer;
  let transport: MailTransport;
  let sender: MailSender;

  beforeEach(async () => {
    mailServer = await startMailServer();
    transport = smtpTransport({ url: mailServer.url, from });
    const rules = postRulesOf(kindsOfMail);
    sender = new MailSender(server.database.workerDb, server.clock, transport, settings, rules);
  });

  afterEach(async () => {
    transport.close();
    await mailServer.stop();
  });

  const mails = (state?: 'waiting' | 'dropped') =>
    server.database.ownerDb
      .selectFrom('mail')
      .selectAll()
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
      .orderBy('created_at')
      .orderBy('id')
      .execute();

  /** Runs a job of the queue with the payload it would carry. */
  async function work(name: string, payload: object): Promise<void> {
    await server.jobs.find((job) => job.name === name)?.run(payload);
  }

  /** The mail server is back: sends what waits, runs the jobs that this causes, and sends their emails as well. */
  async function sendAll(): Promise<string[]> {
    for (let round = 0; round < 3; round++) {
      await server.queue.run(...tellJobs);
      for (const { organization_id, id } of await mails('waiting')) await sender.send(organization_id, id);
    }
    return mailServer.taken.map(({ to, mail }) => `${to}: ${mail.subject}`);
  }

  return {
    ...{ server, world, mails, work, sendAll },
    taken: () => mailServer.taken,
    become: (mood: Parameters<MailServer['become']>[0]) => mailServer.become(mood),
    releaseKept: () => sender.releaseKept(),
    later: (ms: number) => server.clock.set(new Date(server.clock.now().getTime() + ms)),
    arrive: (...leadIds: string[]) =>
      work('lead.tell-arrival', { organizationId: world.contoso.id, leadIds }),
    dropped: async () =>
      (await mails('dropped')).map(({ address, drop_reason }) => `${address}: ${drop_reason}`),
    ...happenings(server),
    /** Who was told about a lead, as its page shows it. */
    panel: async (leadId: string) => {
      const answer = await server.request('GET', `/api/v1/leads/${leadId}/notices`, { as: world.as.admin });
      return body(leadNotices, answer).items.map(({ to, words }) => `${to.name}: ${words}`);
    },
  };
}

/** Before each test: everybody is there, and no lead and no email. */
function useEverybody(server: TestServer): void {
  let memberships: Selectable<Membership>[];
  let people: { id: string; email: string }[];

  beforeAll(async () => {
    const { ownerDb } = server.database;
    memberships = await ownerDb.selectFrom('membership').selectAll().execute();
    people = await ownerDb.selectFrom('person').select(['id', 'email']).execute();
  });

  beforeEach(async () => {
    const { ownerDb, ownerPool } = server.database;
    await ownerPool.query(
      `truncate lead_notice, mail, notice_day, lead, mail_preference, former_address, notification, profile_location,
         business_profile, membership, customer_request cascade;
       update person set disabled_at = null, email_refused_at = null, locale = null`,
    );
    await server.queue.clear();
    await ownerDb.insertInto('membership').values(memberships).execute();
    for (const { id, email } of people)
      await ownerDb
        .updateTable('person')
        .set({ email })
        .where('id', '=', id)
        .where('email', '<>', email)
        .execute();
    await ownerPool.query('truncate former_address');
  });
}

/** What can happen while an email waits. */
function happenings(server: TestServer) {
  return {
    leave: (personId: string) =>
      server.database.ownerDb.deleteFrom('membership').where('person_id', '=', personId).execute(),
    disable: (personId: string) =>
      server.database.ownerDb
        .updateTable('person')
        .set({ disabled_at: testNow })
        .where('id', '=', personId)
        .execute(),
    update: (leadId: string, columns: object) =>
      server.database.ownerDb.updateTable('lead').set(columns).where('id', '=', leadId).execute(),
    switchOff: (personId: string, category: string) =>
      server.database.ownerDb
        .insertInto('mail_preference')
        .values({ person_id: personId, category, by_mail: false, changed_at: testNow })
        .execute(),
  };
}
