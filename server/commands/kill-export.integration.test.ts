import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { backgroundExport } from '../../contract/leads/exports.ts';
import { openEmbedded } from '../../test/cli.ts';
import { readRecords } from '../../test/read-xlsx.ts';
import { useKilledDesk } from './killed.fixture.ts';

const leads = 40_000;
const { cookie, data, pullThePlug, start } = useKilledDesk(leads);
const exportsOf = (address: string) => `${address}/api/v1/exports`;

async function standing(address: string) {
  return backgroundExport.parse(await (await fetch(address, { headers: { cookie } })).json());
}

it('EX-1 kill -9 in the middle of an export: it starts over by itself and says so, and half a file is never offered', {
  timeout: 600_000,
}, async () => {
  let { running, address } = await start();
  const ordered = await fetch(exportsOf(address), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ format: 'xlsx', columns: ['CustomerName', 'Message'] }),
  });
  const { id } = backgroundExport.parse(await ordered.json());
  const killedAt: number[] = [];
  for (const withDatabase of [false, true]) {
    let { rowsDone, state } = await standing(`${exportsOf(address)}/${id}`);
    while (state === 'waiting' || rowsDone === 0 || rowsDone === killedAt.at(-1)) {
      await sleep(5);
      ({ rowsDone, state } = await standing(`${exportsOf(address)}/${id}`));
    }
    expect(state).toBe('running');
    await pullThePlug(running, withDatabase);
    killedAt.push(rowsDone);
    ({ running, address } = await start());
    const half = await fetch(`${exportsOf(address)}/${id}/file`, { headers: { cookie } });
    expect(half.status).toBe(409);
  }
  let now = await standing(`${exportsOf(address)}/${id}`);
  while (now.state === 'running') {
    await sleep(200);
    now = await standing(`${exportsOf(address)}/${id}`);
  }
  expect(Math.max(...killedAt), 'a kill came after the end').toBeLessThan(leads);
  expect(now).toMatchObject({ state: 'done', rows: leads, rowsDone: leads, restarts: killedAt.length });
  const file = await fetch(`${exportsOf(address)}/${id}/file`, { headers: { cookie } });
  const records = readRecords(Buffer.from(await file.arrayBuffer()));
  expect(new Set(records.map(({ CustomerName }) => CustomerName)).size).toBe(leads);
  const client = await openEmbedded(data.folder);
  const { rows } = await client.query('select count(*)::int as files from stored_file');
  await client.end();
  expect(rows).toEqual([{ files: 1 }]);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
});
