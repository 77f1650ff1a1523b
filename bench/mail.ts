import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { newId } from '../server/platform/ids.ts';
import { bigOrganization } from './fill.ts';
import type { BenchProcess } from './processes.ts';
import { round } from './statistics.ts';

/** Mails through a mail server on this machine by one worker: from the moment they are due until all are written down as sent. */
export async function benchMail(
  pool: pg.Pool,
  mails: number,
  startWorker: (env: Record<string, string>) => Promise<BenchProcess>,
) {
  let taken = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      stream.resume();
      stream.on('end', () => {
        taken++;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const worker = await startWorker({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    LEADLIGHT_MAIL_FROM: 'Leadlight <leads@bench.example>',
  });
  // A worker that has just started still compiles what it runs.
  await putMails(pool, Math.ceil(mails / 10));
  await untilSent(pool);
  taken = 0;
  const begun = performance.now();
  await putMails(pool, mails);
  await untilSent(pool);
  const perSecond = mails / ((performance.now() - begun) / 1000);
  await worker.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return { mails, taken, perSecond: round(perSecond, 0) };
}

async function putMails(pool: pg.Pool, count: number): Promise<void> {
  const lead = {
    id: newId(),
    customerName: 'Analytical Engines',
    offerTitle: 'Bench offer',
    country: 'GB',
    qualification: 'Direct',
    callToAction: 'ContactMe',
    locationName: 'Head office',
    isTest: false,
    hot: false,
    receivedAt: new Date().toISOString(),
    expiresAt: new Date().toISOString(),
  };
  await pool.query(
    `with put as (
       insert into mail (organization_id, id, kind, address, recipient_name, locale, time_zone, content, reason, state, due_at, created_at)
       select $1, gen_random_uuid(), 'new-lead', 'bench' || i || '@bench.example', 'Bench', 'en', 'Europe/Berlin', $2::jsonb,
              'organization-admin', 'waiting', now(), now()
       from generate_series(1, $3) i returning id)
     select enqueue_job('mail.send', json_build_object('organizationId', $1::text, 'mailId', id), null, null, null) from put`,
    [bigOrganization, JSON.stringify({ kind: 'new-lead', lead }), count],
  );
}

async function untilSent(pool: pg.Pool): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*) as waiting from mail where organization_id = $1 and state = 'waiting'`,
      [bigOrganization],
    );
    if (rows[0]?.waiting === 0) return;
    if (performance.now() > deadline) throw new Error('the mails were not sent in two minutes');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
