import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { bulkAction } from '../../contract/leads/bulk.ts';
import { freePort, openEmbedded, type RunningCli, useBuiltCli, useDataFolder } from '../../test/cli.ts';
import { useMade } from '../../test/made.ts';
import { settlePreviousServer } from '../platform/embedded-postgres/postmaster-pid.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';
import { hashSecret, newId, newSecret } from '../platform/ids.ts';
import { makeFilledCluster, type NewCluster } from './cluster.fixture.ts';

const leads = 3000;
const token = newSecret('lls');
const data = useDataFolder();
const cluster = useMade(async (cleanUp) => {
  const folder = join(data.folder, 'postgres');
  await cleanUp.add(() => settlePreviousServer(folder, () => undefined));
  await makeFilledCluster(folder, fill);
  return { folder };
});
const cli = useBuiltCli();

/** A Referrals admin who is signed in, and leads that wait for an answer. */
async function fill({ db, make, partner }: NewCluster): Promise<void> {
  const person = await make.person(partner.id, 'referrals-admin');
  const at = new Date();
  const session = { id: newId(), token_hash: hashSecret(token), person_id: person.id };
  await db
    .insertInto('session')
    .values({
      ...session,
      organization_id: partner.id,
      created_at: at,
      last_seen_at: at,
      expires_at: new Date(at.getTime() + 86_400_000),
    })
    .execute();
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      customer_name, status, received_at, updated_at, expires_at)
    select ${partner.id}, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true,
           'Customer ' || n, 'Received', ${at}, ${at}, now() + interval '14 days'
    from generate_series(1, ${leads}::integer) n`.execute(db);
}

async function start(): Promise<{ running: RunningCli; ask: ReturnType<typeof askAt> }> {
  const PORT = await freePort();
  const running = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
  await running.ready();
  return { running, ask: askAt(`http://127.0.0.1:${PORT}/api/v1/leads/bulk`) };
}

function askAt(address: string) {
  return async (path = '', body?: object) => {
    const answer = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: `leadlight_session=${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return bulkAction.parse(await answer.json());
  };
}

it('WS-6 kill -9 in the middle of a bulk action: it goes on where it stopped, and does each lead once', {
  timeout: 600_000,
}, async () => {
  let { running, ask } = await start();
  const query = { tab: 'marketplace' };
  const order = { action: 'decline', reason: 'NoCapacity', query, expectedCount: leads };
  const { id, total } = await ask('', order);
  expect(total).toBe(leads);
  const kills: number[] = [];
  for (const withDatabase of [false, true]) {
    let { done } = await ask(`/${id}`);
    const before = done;
    while (done <= before) {
      await sleep(5);
      ({ done } = await ask(`/${id}`));
    }
    const database = withDatabase ? await serverProcessesOn(cluster.folder) : [];
    running.signal('SIGKILL');
    for (const pid of database) process.kill(pid, 'SIGKILL');
    expect(await running.ended).toBe('SIGKILL');
    kills.push(done);
    ({ running, ask } = await start());
  }
  let action = await ask(`/${id}`);
  while (action.state !== 'done') {
    await sleep(100);
    action = await ask(`/${id}`);
  }
  expect(Math.max(...kills), 'a kill came after the end').toBeLessThan(leads);
  expect(action).toMatchObject({ done: leads, refused: 0 });
  const client = await openEmbedded(data.folder);
  const { rows } = await client.query(
    `select count(*)::int as declined, count(*) filter (where version <> 2)::int as twice,
            (select count(*)::int from lead_event where type = 'lead.declined') as events
     from lead where status = 'Declined'`,
  );
  await client.end();
  expect(rows).toEqual([{ declined: leads, twice: 0, events: leads }]);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
});
