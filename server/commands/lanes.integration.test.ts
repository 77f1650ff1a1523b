import { createServer, type Socket } from 'node:net';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type RunningCli, useBuiltCli } from '../../test/cli.ts';
import { useTestDatabase } from '../../test/database.ts';
import { Factories } from '../../test/factories.ts';
import { useMade } from '../../test/made.ts';
import { until as eventually } from '../../test/patience.ts';
import { startDnsWorld } from '../../test/worlds/dns-world.ts';
import { startMailServer } from '../../test/worlds/mail-server.ts';

// A real worker with name servers and mail servers that never answer.
vi.setConfig({ testTimeout: 180_000 });

const database = useTestDatabase();
const cli = useBuiltCli();
const make = useMade(() => new Factories(database.ownerDb, () => new Date()));

beforeEach(async () => {
  await database.queue.clear();
  await database.ownerPool.query('delete from mail');
});

async function startWork(env: Record<string, string>): Promise<RunningCli> {
  const running = cli.run('work', { DATABASE_URL: database.connectionString, ...env });
  onTestFinished(async () => {
    running.signal('SIGKILL');
    await running.ended;
  });
  await running.says('"working"');
  return running;
}

async function makePartner() {
  const partner = await make.partner();
  await make.person(partner.id, 'referrals-admin');
  return partner;
}

/** A lead as it arrives, with the jobs that its door enqueues. */
async function receive(organizationId: string, email = 'ada@quiet-partner.de'): Promise<string> {
  const id = await make.lead(organizationId, { contact_email: email });
  for (const task of ['lead.link-repeat', 'lead.check-contact', 'lead.tell-arrival'])
    await enqueue(task, organizationId, id);
  return id;
}

async function enqueue(task: string, organizationId: string, leadId: string): Promise<void> {
  await database.ownerPool.query('select enqueue_job($1, $2::json, null, null, null)', [
    task,
    JSON.stringify({ organizationId, leadIds: [leadId] }),
  ]);
}

const isTold = async (leadId: string) =>
  (await database.ownerPool.query('select from lead_notice where lead_id = $1', [leadId])).rowCount === 1;

/** Jobs of a task that are waiting or running. */
async function left(task: string): Promise<{ waiting: number; running: number }> {
  const jobs = await database.queue.list(task);
  const waiting = jobs.filter(({ lockedAt }) => lockedAt === null).length;
  return { waiting, running: jobs.length - waiting };
}

/** Some wait for a name server or a mail server that never answers. */
const until = (condition: () => Promise<boolean>) => eventually(condition, 90_000);

describe('IN-2, NT-1: what is slow outside delays nobody’s news', () => {
  it('NT-1 sixty leads at a domain whose name servers never answer: another partner’s lead is told while they are checked', async () => {
    const dns = await startDnsWorld({
      'quiet-partner.de': { MX: [[10, 'mx.quiet-partner.de']] },
      'mx.quiet-partner.de': { A: ['8.8.8.8'] },
      // These convince the worker that the name server can be believed.
      'gmail.com': { MX: [[10, 'mx.quiet-partner.de']] },
      'outlook.com': { MX: [[10, 'mx.quiet-partner.de']] },
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `company-${index}-gmbh.de`,
          { MX: [[10, `mx.company-${index}-gmbh.de`] as const] },
        ]),
      ),
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `mx.company-${index}-gmbh.de`,
          { fails: 'silent' as const },
        ]),
      ),
    });
    onTestFinished(() => dns.close());
    const [greedy, quiet] = [await makePartner(), await makePartner()];
    for (let index = 0; index < 60; index++) await receive(greedy.id, `ada@company-${index}-gmbh.de`);
    await startWork({ LEADLIGHT_EMAIL_CHECKS: 'dns', LEADLIGHT_DNS_SERVERS: dns.server });
    await until(async () => (await left('lead.check-contact')).running > 0);
    const leadId = await receive(quiet.id);
    await until(() => isTold(leadId));
    // It was notified while the others' checks were not yet in the way of anything.
    const checks = await left('lead.check-contact');
    expect(checks.running + checks.waiting).toBeGreaterThan(20);
    // And its own check had its turn, too: no organization occupies all seats of the checks.
    await until(async () => {
      const { rows } = await database.ownerPool.query<{ email_validity: string }>(
        'select email_validity from lead where id = $1 and not checks_pending',
        [leadId],
      );
      return rows[0]?.email_validity === 'Valid';
    });
    expect((await left('lead.check-contact')).waiting).toBeGreaterThan(0);
  });

  it('NT-1 a mail server that hangs: leads are told, checked and linked as ever', async () => {
    const sockets = new Set<Socket>();
    const hanging = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => hanging.once('listening', resolve));
    onTestFinished(async () => {
      for (const socket of sockets) socket.destroy();
      hanging.close();
    });
    const address = hanging.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const [greedy, quiet] = [await makePartner(), await makePartner()];
    for (let index = 0; index < 20; index++) await receive(greedy.id);
    await startWork({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      LEADLIGHT_MAIL_FROM: 'Leadlight <leads@leads.example>',
    });
    // All connections to the mail server hang.
    await until(async () => sockets.size >= 5);
    for (let index = 0; index < 5; index++) {
      const leadId = await receive(quiet.id);
      await until(() => isTold(leadId));
    }
    const { rows } = await database.ownerPool.query(`select from mail where state = 'sent'`);
    expect(rows).toHaveLength(0);
  });

  it('NT-1 after a burst of one partner, another’s lead is told before most of the burst', async () => {
    const [greedy, quiet] = [await makePartner(), await makePartner()];
    const burst: string[] = [];
    for (let index = 0; index < 300; index++) {
      const id = await make.lead(greedy.id);
      await enqueue('lead.tell-arrival', greedy.id, id);
      burst.push(id);
    }
    const leadId = await make.lead(quiet.id);
    await enqueue('lead.tell-arrival', quiet.id, leadId);
    await startWork({});
    await until(() => isTold(leadId));
    expect((await left('lead.tell-arrival')).waiting).toBeGreaterThan(200);
    await until(async () => {
      const { waiting, running } = await left('lead.tell-arrival');
      return waiting + running === 0;
    });
    const { rowCount } = await database.ownerPool.query('select from lead_notice where lead_id = any($1)', [
      burst,
    ]);
    expect(rowCount).toBe(300);
  });

  it('IN-2 two workers share the work, and do nothing twice', async () => {
    const partners = await Promise.all([1, 2, 3].map(() => makePartner()));
    const ids: string[] = [];
    for (let index = 0; index < 90; index++) {
      const owner = partners[index % 3]?.id ?? '';
      const id = await make.lead(owner);
      await enqueue('lead.tell-arrival', owner, id);
      ids.push(id);
    }
    await Promise.all([startWork({}), startWork({})]);
    await until(async () => {
      const { waiting, running } = await left('lead.tell-arrival');
      return waiting + running === 0;
    });
    const { rows } = await database.ownerPool.query<{ times: number }>(
      `select count(*)::int as times from lead_notice where lead_id = any($1) group by lead_id`,
      [ids],
    );
    expect(rows).toHaveLength(90);
    expect(rows.every(({ times }) => times === 1)).toBe(true);
  });
});

it('NT-4 a worker that is killed while it sends mail loses none, and each death sends what was on its way once more, as the same mail', async () => {
  const server = await startMailServer();
  onTestFinished(() => server.stop());
  const partner = await makePartner();
  const mailIds: string[] = [];
  for (let index = 0; index < 120; index++) {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      `insert into mail (organization_id, id, kind, address, recipient_name, locale, time_zone, content, reason, state, due_at, created_at)
       values ($1, gen_random_uuid(), 'address-changed', $2, 'Ada', 'en', 'UTC', $3, 'organization-admin', 'waiting', now(), now())
       returning id`,
      [
        partner.id,
        `ada${index}@partner.example`,
        JSON.stringify({ kind: 'address-changed', newAddress: 'a@b.example' }),
      ],
    );
    mailIds.push(rows[0]?.id ?? '');
  }
  const env = { SMTP_URL: server.url, LEADLIGHT_MAIL_FROM: 'Leadlight <leads@leads.example>' };
  for (let round = 1; round <= 3; round++) {
    const before = server.taken.length;
    const working = await startWork(env);
    await until(async () => server.taken.length > before + 10);
    working.signal('SIGKILL');
    expect(await working.ended).toBe('SIGKILL');
    // As if four minutes had passed.
    await database.ownerPool.query(`update mail_claim set until = now() - interval '1 second'`);
  }
  await startWork(env);
  await until(
    async () => (await database.ownerPool.query(`select from mail where state = 'waiting'`)).rowCount === 0,
  );
  const copies = new Map<string, number>();
  for (const { mail } of server.taken)
    copies.set(mail.messageId ?? '', (copies.get(mail.messageId ?? '') ?? 0) + 1);
  expect([...copies.keys()].sort()).toEqual(mailIds.map((id) => `<${id}@leads.example>`).sort());
  // A worker that dies between the server's acceptance and its own record of it leaves that email to the next one.
  for (const times of copies.values()) expect(times).toBeLessThanOrEqual(1 + 3);
  // Only what was being sent when the worker died was sent again.
  expect(server.taken.length - mailIds.length).toBeLessThanOrEqual(3 * 10);
});
