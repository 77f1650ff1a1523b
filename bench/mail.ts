import type { AddressInfo } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { renderMail } from '../server/areas/mail/render-mail.ts';
import { newLeadMail } from '../server/areas/messages/mails/new-lead/mail.ts';
import { benchEmail, bigOrganization } from './fill.ts';
import type { BenchProcess } from './processes.ts';
import { round } from './statistics.ts';

/** As many as a worker of the default size opens. */
const connections = 5;

/**
 * Emails about new leads that one worker sends through a mail server on this machine, from the moment they are due
 * until all are recorded as sent. For comparison, with the library that the worker uses: a loop that sends emails with
 * the same text and HTML to the same server one after another, and loops that hand over the finished bytes, over one
 * connection and over as many as the worker has.
 */
export async function benchMail(
  pool: pg.Pool,
  mails: number,
  startWorker: (env: Record<string, string>) => Promise<BenchProcess>,
) {
  const server = await startServer();
  const worker = await startWorker({
    SMTP_URL: server.url,
    LEADLIGHT_MAIL_FROM: 'Leadlight <leads@bench.example>',
  });
  try {
    // A freshly started worker is still compiling.
    await putMails(pool, Math.ceil(mails / 10));
    await untilSent(pool);
    const before = server.taken();
    await putMails(pool, mails);
    const begun = performance.now();
    await untilSent(pool);
    const perSecond = mails / ((performance.now() - begun) / 1000);
    const taken = server.taken() - before;
    if (taken < mails) throw new Error(`only ${taken} of ${mails} emails arrived`);
    const to = { name: 'Somebody', address: benchEmail };
    const loop = await sendBare(server.url, { from: 'leads@bench.example', to, ...rendered() }, mails, 1);
    const envelope = { from: 'leads@bench.example', to: [benchEmail] };
    const bytes = await sendBare(server.url, { envelope, raw: server.last() }, mails, 1);
    const parallel = await sendBare(server.url, { envelope, raw: server.last() }, mails, connections);
    return {
      mails,
      perSecond: round(perSecond, 0),
      bareLoopPerSecond: round(loop, 0),
      bytesLoopPerSecond: round(bytes, 0),
      bytesParallelPerSecond: round(parallel, 0),
      ratioToLoop: round(perSecond / loop),
      ratioToBytesLoop: round(perSecond / bytes),
      ratioToBytesParallel: round(perSecond / parallel),
    };
  } finally {
    await worker.stop();
    await server.stop();
  }
}

async function startServer() {
  let taken = 0;
  let last = Buffer.alloc(0);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        taken++;
        last = Buffer.concat(parts);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    /** The bytes of the newest email. */
    last: () => last,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** An email about a new lead. */
function rendered() {
  const settings = { publicUrl: 'https://leads.bench.example', linkSecret: undefined };
  const { subject, text, html } = renderMail(
    { ...newLeadMail.sample, locale: 'en', timeZone: 'Europe/Berlin' },
    settings,
  );
  return { subject, text, html };
}

/** @returns emails per second */
async function sendBare(url: string, mail: SendMailOptions, mails: number, lanes: number): Promise<number> {
  const transport = createTransport({ url, pool: true, maxConnections: lanes, maxMessages: mails });
  const send = () => transport.sendMail(mail);
  await send();
  const begun = performance.now();
  let left = mails;
  const lane = async () => {
    while (left-- > 0) await send();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - begun) / 1000;
  transport.close();
  return mails / seconds;
}

/** Emails that tell the people of the big organization about waiting leads. */
async function putMails(pool: pg.Pool, count: number): Promise<void> {
  await pool.query(
    `with waiting as (
       update lead set status = 'Received', closed_at = null, available_until = null, expires_at = now() + interval '10 days'
       where organization_id = $1 and id in (
         select id from lead where organization_id = $1 and status is not null order by id limit $2)
       returning *
     ), put as (
       insert into mail (organization_id, id, kind, person_id, address, recipient_name, locale, time_zone, content, lead_ids,
                         reason, state, due_at, created_at)
       select $1, gen_random_uuid(), 'new-lead', p.id, p.email, p.name, 'en', 'Europe/Berlin',
              json_build_object('kind', 'new-lead', 'lead', json_build_object(
                'id', w.id, 'customerName', w.customer_name, 'offerTitle', w.offer_title, 'country', w.country,
                'qualification', w.qualification, 'callToAction', w.call_to_action, 'locationName', l.name,
                'isTest', w.is_test, 'hot', coalesce(w.hot_until > now(), false),
                'receivedAt', to_char(w.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'expiresAt', to_char(w.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))::jsonb,
              array[w.id], 'organization-admin', 'waiting', now(), now()
       from waiting w left join location l on l.organization_id = w.organization_id and l.id = w.location_id, person p
       where p.email = $3
       returning organization_id, id, person_id, address, lead_ids)
     insert into lead_notice (organization_id, lead_id, kind, recipient, person_id, address, way, reason,
                              mail_organization_id, mail_id, created_at)
     select organization_id, lead_ids[1], 'new-lead', person_id::text, person_id, address, 'individual',
            'organization-admin', organization_id, id, now()
     from put on conflict do nothing`,
    [bigOrganization, count, benchEmail],
  );
}

async function untilSent(pool: pg.Pool): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const { rows } = await pool.query<{ waiting: number; dropped: string | null }>(
      `select count(*) filter (where state = 'waiting') as waiting,
              min(coalesce(drop_reason, error)) filter (where state not in ('waiting', 'sent')) as dropped
       from mail where organization_id = $1`,
      [bigOrganization],
    );
    const dropped = rows[0]?.dropped;
    if (dropped) throw new Error(`emails were not sent: ${dropped}`);
    if (Number(rows[0]?.waiting) === 0) return;
    if (performance.now() > deadline) throw new Error('the emails were not sent in two minutes');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
