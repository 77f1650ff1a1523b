import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { backgroundExport } from '../../contract/leads/exports.ts';
import { readRecords } from '../../test/read-xlsx.ts';
import type { NewCluster } from './cluster.fixture.ts';
import { useKilledDesk } from './killed-desk.fixture.ts';

const leads = 40_000;
const desk = useKilledDesk(fill);
const { headers } = desk;

/** Leads to export. */
async function fill({ db, partner }: NewCluster): Promise<void> {
  const at = new Date();
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      customer_name, status, received_at, updated_at, expires_at, message)
    select ${partner.id}, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true,
           'Customer ' || n, 'Received', ${at}, ${at}, now() + interval '14 days', encode(sha512(n::text::bytea), 'hex')
    from generate_series(1, ${leads}::integer) n`.execute(db);
}

const start = async () => `${await desk.start()}/exports`;

async function standing(address: string) {
  return backgroundExport.parse(await (await fetch(address, { headers })).json());
}

it('EX-1 kill -9 in the middle of an export: it begins anew by itself, and nothing half is ever to be had', {
  timeout: 600_000,
}, async () => {
  let address = await start();
  const ordered = await fetch(address, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
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
    await desk.kill({ withDatabase });
    killedAt.push(rowsDone);
    address = await start();
    const half = await fetch(`${address}/${id}/file`, { headers });
    expect(half.status).toBe(409);
  }
  let now = await standing(`${address}/${id}`);
  while (now.state === 'running') {
    await sleep(200);
    now = await standing(`${address}/${id}`);
  }
  expect(Math.max(...killedAt), 'a kill came after the end').toBeLessThan(leads);
  expect(now).toMatchObject({ state: 'done', rows: leads, rowsDone: leads });
  const file = await fetch(`${address}/${id}/file`, { headers });
  const records = readRecords(Buffer.from(await file.arrayBuffer()));
  expect(new Set(records.map(({ CustomerName }) => CustomerName)).size).toBe(leads);
  const rows = await desk.ask('select count(*)::int as files from stored_file');
  expect(rows).toEqual([{ files: 1 }]);
  await desk.stop();
});
