import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bulkAction } from '../../contract/leads/bulk.ts';
import { openEmbedded } from '../../test/cli.ts';
import { useKilledDesk } from './killed.fixture.ts';

const leads = 3000;
const { cookie, data, pullThePlug, start: startDesk } = useKilledDesk(leads);

async function start() {
  const { running, address } = await startDesk();
  return { running, ask: askAt(`${address}/api/v1/leads/bulk`) };
}

function askAt(address: string) {
  return async (path = '', body?: object) => {
    const answer = await fetch(address + path, {
      method: body ? 'POST' : 'GET',
      headers: { cookie, 'content-type': 'application/json' },
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
    await pullThePlug(running, withDatabase);
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
