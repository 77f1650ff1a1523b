import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type LeadImport, leadImport } from '../../contract/imports/imports.ts';
import { openEmbedded } from '../../test/cli.ts';
import { useKilledDesk } from './killed.fixture.ts';

const rows = 8000;
const { cookie, data, pullThePlug, start } = useKilledDesk(0);
const importsOf = (address: string) => `${address}/api/v1/imports`;

const file = () => {
  const lines = Array.from({ length: rows }, (_, n) => `old-${n},Customer ${n},ana${n}@adatum.example`);
  return ['CRM ID,Company,Email', ...lines].join('\n');
};

async function ask(method: string, address: string, body?: string): Promise<LeadImport> {
  const headers = { cookie, ...(body !== undefined && { 'content-type': 'text/csv' }) };
  return leadImport.parse(
    await (await fetch(address, { method, headers, ...(body !== undefined && { body }) })).json(),
  );
}

it('EX-2 kill -9 in the middle of a dry run and of an import: each goes on where it stopped, and each row is there once', {
  timeout: 900_000,
}, async () => {
  let { running, address } = await start();
  const { id } = await ask('POST', importsOf(address), file());
  const look = () => ask('GET', `${importsOf(address)}/${id}`);
  const reached: number[] = [];
  /** Kills while it works, each time further on; waits for its end. */
  const killDuring = async (
    state: LeadImport['state'],
    kills: readonly boolean[],
    count: (one: LeadImport) => number,
  ) => {
    for (const withDatabase of kills) {
      const before = reached.at(-1) ?? 0;
      let one = await look();
      while (count(one) <= before) {
        await sleep(5);
        one = await look();
      }
      expect(one.state).toBe(state);
      await pullThePlug(running, withDatabase);
      reached.push(count(one));
      ({ running, address } = await start());
    }
    let one = await look();
    while (one.state === state) {
      await sleep(100);
      one = await look();
    }
    expect(Math.max(...reached), 'a kill came after the end').toBeLessThan(rows);
    reached.length = 0;
    return one;
  };
  const checked = await killDuring('checking', [false], ({ checkedRows }) => checkedRows);
  expect(checked).toMatchObject({ state: 'ready', checkedRows: rows, summary: { create: rows, reject: 0 } });
  await ask('POST', `${importsOf(address)}/${id}/run`);
  const done = await killDuring('running', [false, true], ({ written }) => written.created);
  expect(done).toMatchObject({ state: 'done', written: { created: rows, updated: 0, left: 0 } });
  const client = await openEmbedded(data.folder);
  const found = await client.query(
    `select count(*)::int as leads, count(distinct crm_id)::int as different,
            (select count(*)::int from lead_event where type = 'lead.received') as events,
            (select count(*)::int from lead_import_row) as rows,
            (select count(distinct lead_id)::int from lead_import_row where result = 'created') as created
     from lead where door = 'import'`,
  );
  await client.end();
  expect(found.rows).toEqual([{ leads: rows, different: rows, events: rows, rows, created: rows }]);
  running.signal('SIGTERM');
  expect(await running.ended).toBe(0);
});
