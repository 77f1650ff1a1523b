import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { backgroundExport } from '../../contract/leads/exports.ts';
import { freePort, openEmbedded, type RunningCli, useBuiltCli, useDataFolder } from '../../test/cli.ts';
import { useMade } from '../../test/made.ts';
import { readRecords } from '../../test/read-xlsx.ts';
import { settlePreviousServer } from '../platform/embedded-postgres/postmaster-pid.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { makeFilledCluster, type NewCluster } from './cluster.fixture.ts';

const leads = 40_000;
const token = newSecret('lls');
const data = useDataFolder();
const cluster = useMade(async (cleanUp) => {
  const folder = join(data.folder, 'postgres');
  await cleanUp.add(() => settlePreviousServer(folder, () => undefined));
  await makeFilledCluster(folder, fill);
  return { folder };
});
const cli = useBuiltCli();

/** A Referrals admin who is signed in, and leads to export. */
async function fill({ db, make, partner }: NewCluster): Promise<void> {
  const person = await make.person(partner.id, 'referrals-admin');
  const at = new Date();
  await db
    .insertInto('session')
    .values({
      ...{ id: newId(), token_hash: hashSecret(token), person_id: person.id, organization_id: partner.id },
      ...{ created_at: at, last_seen_at: at, expires_at: new Date(at.getTime() + 86_400_000) },
    })
    .execute();
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      customer_name, status, received_at, updated_at, expires_at, message)
    select ${partner.id}, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true,
           'Customer ' || n, 'Received', ${at}, ${at}, now() + interval '14 days', encode(sha512(n::text::bytea), 'hex')
    from generate_series(1, ${leads}::integer) n`.execute(db);
}

const cookie = `leadlight_session=${token}`;

async function start(): Promise<{ running: RunningCli; address: string }> {
  const PORT = await freePort();
  const running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
  await running.ready();
  return { running, address: `http://127.0.0.1:${PORT}/api/v1/exports` };
}

async function standing(address: string) {
  return backgroundExport.parse(await (await fetch(address, { headers: { cookie } })).json());
}

it('EX-1 kill -9 in the middle of an export: it starts over by itself, and half a file is never offered', {
  timeout: 600_000,
}, async () => {
  let { running, address } = await start();
  const ordered = await fetch(address, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'xlsx', columns: ['CustomerName', 'Message'] }),
  });
  const { id } = backgroundExport.parse(await ordered.json());
  const killedAt: number[] = [];
  for (const withDatabase of [false, true]) {
    let { rowsDone, state } = await standing(`${address}/${id}`);
    while (state === 'waiting' || rowsDone === 0 || rowsDone === killedAt.at(-1)) {
      await sleep(5);
      ({ rowsDone, state } = await standing(`${address}/${id}`));
    }
    expect(state).toBe('running');
    const database = withDatabase ? await serverProcessesOn(cluster.folder) : [];
    running.signal('SIGKILL');
    for (const pid of database) process.kill(pid, 'SIGKILL');
    expect(await running.ended).toBe('SIGKILL');
    killedAt.push(rowsDone);
    ({ running, address } = await start());
    const half = await fetch(`${address}/${id}/file`, { headers: { cookie } });
    expect(half.status).toBe(409);
  }
  let now = await standing(`${address}/${id}`);
  while (now.state === 'running') {
    await sleep(200);
    now = await standing(`${address}/${id}`);
  }
  expect(Math.max(...killedAt), 'a kill came after the end').toBeLessThan(leads);
  expect(now).toMatchObject({ state: 'done', rows: leads, rowsDone: leads });
  const file = await fetch(`${address}/${id}/file`, { headers: { cookie } });
  const records = readRecords(Buffer.from(await file.arrayBuffer()));
  expect(new Set(records.map(({ CustomerName }) => CustomerName)).size).toBe(leads);
  const client = await openEmbedded(data.folder);
  const { rows } = await client.query('select count(*)::int as files from stored_file');
  await client.end();
  expect(rows).toEqual([{ files: 1 }]);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
});
