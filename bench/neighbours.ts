import { createSocket } from 'node:dgram';
import { once, setMaxListeners } from 'node:events';
import { Agent, type ClientRequest, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { hashSecret, newId, newSecret } from '../server/platform/ids.ts';
import { JobQueue } from '../test/job-queue.ts';
import { BenchClient } from './bench-client.ts';
import { benchEmail, benchKey, benchPassword, bigOrganization } from './fill.ts';
import { percentile, round } from './statistics.ts';
import type { BenchServer } from './workshop.ts';

const quietKey = 'lmk_bench_quiet_neighbour';

interface Samples {
  readonly intake: number[];
  readonly list: number[];
}

/** Starts, runs until aborted, and resolves when it has ended; calls `begun` once it is under way. */
type Greed = (server: BenchServer, until: AbortSignal, begun: () => void) => Promise<void>;

/** What a tenant can do too much of. */
const greeds: Record<string, Greed> = {
  '60 parallel readers': (server, until, begun) =>
    many(60, until, begun, () => ask(server, 'GET', '/api/v1/leads/facets?search=company%20777', until)),
  '24 slow exports': (server, until, begun) => many(24, until, begun, () => readSlowly(server, until)),
  '300 streams': (server, until, begun) =>
    many(300, until, begun, () => ask(server, 'GET', '/api/v1/live', until)),
  '40 parallel sign-ins': (server, until, begun) =>
    many(40, until, begun, () =>
      ask(server, 'POST', '/api/v1/session', until, { email: greedyEmail, password: benchPassword }),
    ),
  'a silent name server': askSilence,
};

const silentLeads = 500;
const startMilliseconds = 5000;

/** Leads whose domains a separate worker looks up at a name server that never answers. */
async function askSilence(server: BenchServer, until: AbortSignal, begun: () => void): Promise<void> {
  const silent = createSocket('udp4').bind(0, '127.0.0.1');
  await once(silent, 'listening');
  const marketplace = new BenchClient(server.address);
  for (let index = 0; index < silentLeads && !until.aborted; index++) {
    const lead = { UserDetails: { Email: `${newId()}@silent-${index % 50}.com`, Company: 'Silent' } };
    await marketplace.post(`/intake/marketplace/${benchKey}`, JSON.stringify(lead));
  }
  const worker = await server.run('work', {
    LEADLIGHT_EMAIL_CHECKS: 'dns',
    LEADLIGHT_DNS_SERVERS: `127.0.0.1:${silent.address().port}`,
  });
  // The cost of starting is not a greedy neighbor's doing.
  await sleep(startMilliseconds);
  begun();
  if (!until.aborted) await once(until, 'abort');
  marketplace.close();
  await worker.stop();
  silent.close();
}

/**
 * Intake and list of a quiet tenant next to a greedy one, as ratios to the same without a neighbor in the same run; the
 * goal is at most 3.
 */
export async function benchNeighbours(server: BenchServer, seconds: number) {
  const quiet = await makeQuietTenant(server.pool);
  await makeGreedyPerson(server.pool);
  // Jobs left over from earlier measurements would run meanwhile.
  await new JobQueue(server.pool).clear();
  await measure(server, quiet, seconds);
  const results: Record<string, unknown> = {};
  for (const [name, greed] of Object.entries(greeds)) {
    const idle = await measure(server, quiet, seconds);
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    let busy: Promise<void> = Promise.resolve();
    await new Promise<void>((begun) => {
      busy = greed(server, stop.signal, begun);
    });
    const beside = await measure(server, quiet, seconds);
    stop.abort();
    await busy;
    results[name] = {
      intakeIdleP50Ms: round(percentile(idle.intake, 0.5)),
      intakeP50Ratio: round(percentile(beside.intake, 0.5) / percentile(idle.intake, 0.5)),
      listIdleP50Ms: round(percentile(idle.list, 0.5)),
      listP50Ratio: round(percentile(beside.list, 0.5) / percentile(idle.list, 0.5)),
    };
  }
  return results;
}

const greedyEmail = 'greedy@leadlight.example';

/**
 * A person who signs in again and again: the oldest of too many sessions end, which must not hit those of other stages.
 */
async function makeGreedyPerson(pool: pg.Pool): Promise<void> {
  await pool.query(
    `with greedy as (
       insert into person (id, email, name, password_hash, created_at)
       select gen_random_uuid(), $1, 'Greedy', password_hash, now() from person where email = $2 returning id)
     insert into membership (organization_id, id, person_id, role, created_at)
     select $3, gen_random_uuid(), id, 'referrals-admin', now() from greedy`,
    [greedyEmail, benchEmail, bigOrganization],
  );
}

/** Another partner with a key and a signed-in person. @returns the cookie */
export async function makeQuietTenant(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from organization where kind = 'partner' and id <> $1 order by id limit 1`,
    [bigOrganization],
  );
  const organizationId = rows[0]?.id;
  const [personId, token] = [newId(), newSecret('lls')];
  await pool.query(`insert into person (id, email, name, created_at) values ($1, $2, 'Quiet', now())`, [
    personId,
    `quiet-${personId}@leadlight.example`,
  ]);
  await pool.query(
    `insert into membership (organization_id, id, person_id, role, created_at) values ($1, gen_random_uuid(), $2, 'referrals-admin', now())`,
    [organizationId, personId],
  );
  await pool.query(
    `insert into session (id, token_hash, person_id, organization_id, created_at, last_seen_at, expires_at)
     values (gen_random_uuid(), $1, $2, $3, now(), now(), now() + interval '1 day')`,
    [hashSecret(token), personId, organizationId],
  );
  await pool.query(
    `insert into intake_endpoint (organization_id, id, name, key_hash, hint, created_at)
     values ($1, gen_random_uuid(), 'Quiet', $2, 'x', now()) on conflict do nothing`,
    [organizationId, hashSecret(quietKey)],
  );
  return `leadlight_session=${token}`;
}

async function measure({ address }: BenchServer, cookie: string, seconds: number): Promise<Samples> {
  const [marketplace, browser] = [
    new BenchClient(address),
    new BenchClient(address, `cookie: ${cookie}\r\n`),
  ];
  const samples: Samples = { intake: [], list: [] };
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until) {
    const lead = JSON.stringify({ UserDetails: { Email: `${newId()}@quiet.example`, Company: 'Quiet' } });
    samples.intake.push(await timed(() => marketplace.post(`/intake/marketplace/${quietKey}`, lead)));
    samples.list.push(await timed(() => browser.get('/api/v1/leads?tab=marketplace&limit=50')));
  }
  marketplace.close();
  browser.close();
  return samples;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Runs that many at the same time, each in a loop, whatever the answers are. */
async function many(
  count: number,
  until: AbortSignal,
  begun: () => void,
  work: () => Promise<void>,
): Promise<void> {
  begun();
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (!until.aborted) await work();
    }),
  );
}

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

async function ask(
  { address, cookie }: BenchServer,
  method: string,
  path: string,
  until: AbortSignal,
  body?: unknown,
): Promise<void> {
  const headers = { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  let refused = 0;
  const asked = request(address + path, { method, headers, agent, signal: until }, (response) => {
    refused = Number(response.headers['retry-after'] ?? ((response.statusCode ?? 500) < 400 ? 0 : 1));
    response.resume();
  });
  asked.end(body === undefined ? undefined : JSON.stringify(body));
  await closed(asked);
  // Greedy, not hostile: when told to wait, it waits.
  await sleep(refused * 1000, undefined, { signal: until }).catch(() => undefined);
}

/** Reads a little of the file and then almost nothing. */
function readSlowly({ address, cookie }: BenchServer, until: AbortSignal): Promise<void> {
  const asked = request(
    `${address}/api/v1/leads/export?tab=marketplace`,
    { headers: { cookie }, signal: until },
    (response) => {
      response.on('error', () => undefined);
      response.on('data', () => {
        response.pause();
        setTimeout(() => response.resume(), 100).unref();
      });
    },
  );
  asked.end();
  return closed(asked);
}

/** Resolves when the answer has arrived or the connection is gone; a greedy client does not care which. */
function closed(asked: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    asked.on('error', () => resolve());
    asked.on('close', () => resolve());
  });
}
