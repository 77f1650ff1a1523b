import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { bulkAction } from '../../contract/leads/bulk.ts';
import type { NewCluster } from './cluster.fixture.ts';
import { useKilledDesk } from './killed-desk.fixture.ts';

const leads = 3000;
const desk = useKilledDesk(fill);

/** Leads that wait for an answer. */
async function fill({ db, partner }: NewCluster): Promise<void> {
  const at = new Date();
  await sql`
    insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, contact_allowed,
                      customer_name, status, received_at, updated_at, expires_at)
    select ${partner.id}, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', true,
           'Customer ' || n, 'Received', ${at}, ${at}, now() + interval '14 days'
    from generate_series(1, ${leads}::integer) n`.execute(db);
}

const start = async () => askAt(`${await desk.start()}/leads/bulk`);

function askAt(address: string) {
  return async (path = '', body?: object) => {
    const answer = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers: { ...desk.headers, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return bulkAction.parse(await answer.json());
  };
}

it('WS-6 kill -9 in the middle of a bulk action: it goes on where it stopped, and does each lead once', {
  timeout: 600_000,
}, async () => {
  let ask = await start();
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
    await desk.kill({ withDatabase });
    kills.push(done);
    ask = await start();
  }
  let action = await ask(`/${id}`);
  while (action.state !== 'done') {
    await sleep(100);
    action = await ask(`/${id}`);
  }
  expect(Math.max(...kills), 'a kill came after the end').toBeLessThan(leads);
  expect(action).toMatchObject({ done: leads, refused: 0 });
  const rows = await desk.ask(
    `select count(*)::int as declined, count(*) filter (where version <> 2)::int as twice,
            (select count(*)::int from lead_event where type = 'lead.declined') as events
     from lead where status = 'Declined'`,
  );
  expect(rows).toEqual([{ declined: leads, twice: 0, events: leads }]);
  await desk.stop();
});
