import { expect, it } from 'vitest';
import { useLeadWorld } from '../../../test/lead-world.ts';
import { importTools } from './imports.fixture.ts';

const { server, world } = useLeadWorld({
  emptied: ['lead_import_row', 'lead_import', 'lead_import_mapping', 'stored_file', 'lead', 'sharing_rules'],
});
const tools = importTools({ server, world });

const rows = Array.from(
  { length: 100 },
  (_, n) => `Customer ${n},customer${n}@example.test,Open - Not Contacted`,
);
const file = `${['Company / Account,Email,Lead Status', ...rows].join('\r\n')}\r\n`;

/** A rule for four people who have nothing yet. */
async function shareAmongFour(): Promise<string[]> {
  const people = await Promise.all(
    Array.from({ length: 4 }, () => server.make.person(world.contoso.id, 'referrals-user')),
  );
  const rule = {
    ...{ id: null, name: 'All', tab: null, locationIds: [], countries: [], offers: [], paused: false },
    method: 'in-turn',
    people: people.map(({ id }) => ({ personId: id, perWeek: null })),
  };
  const answer = await server.request('PUT', '/api/v1/sharing-rules', {
    as: world.as.admin,
    body: { rules: [rule], escalation: null },
  });
  expect(answer.status).toBe(200);
  return people.map(({ id }) => id);
}
async function bring(notify: boolean) {
  const { id } = await tools.checked(file);
  expect((await tools.change(id, { notify, startState: 'Received' })).status).toBe(200);
  await tools.work();
  expect(await tools.done(id)).toMatchObject({ state: 'done', written: { created: 100 } });
  await server.queue.run('lead.share-out');
  return (await tools.leads()).map(({ assigned_to }) => assigned_to);
}

it('W-7: 100 leads of a file that are told like new ones are shared among four people: 25 each', async () => {
  const people = await shareAmongFour();
  const owners = await bring(true);
  expect(people.map((id) => owners.filter((owner) => owner === id).length)).toEqual([25, 25, 25, 25]);
});

it('EX-2: leads that are brought quietly are given to nobody', async () => {
  await shareAmongFour();
  expect(new Set(await bring(false))).toEqual(new Set([null]));
});
