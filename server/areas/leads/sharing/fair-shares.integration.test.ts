import { describe, expect, it } from 'vitest';
import { bulkAction } from '../../../../contract/leads/bulk.ts';
import type { SharingMethod } from '../../../../contract/leads/lists.ts';
import { leadsToShare } from '../../../../contract/leads/sharing.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld({ emptied: ['lead', 'sharing_rules', 'absence', 'bulk_action'] });

const methods = ['in-turn', 'fewest-open'] as const;
/** Four people of the rule who have nothing yet. */
const four = () =>
  Promise.all(Array.from({ length: 4 }, () => server.make.person(world.contoso.id, 'referrals-user')));

async function share(
  method: SharingMethod,
  people: readonly { readonly id: string; readonly perWeek?: number }[],
): Promise<void> {
  const chosen = people.map(({ id, perWeek = null }) => ({ personId: id, perWeek }));
  const which = { tab: null, locationIds: [], countries: [], offers: [] };
  const rule = { id: null, name: 'All', ...which, method, paused: false, people: chosen };
  const answer = await server.request('PUT', '/api/v1/sharing-rules', {
    as: world.as.admin,
    body: { rules: [rule], escalation: null },
  });
  expect(answer.status).toBe(200);
}

/** How many leads each of the people owns. */
async function counts(people: readonly { readonly id: string }[]): Promise<number[]> {
  const { rows } = await server.database.ownerPool.query<{ assigned_to: string; count: number }>(
    'select assigned_to, count(*)::int as count from lead where assigned_to is not null group by 1',
  );
  return people.map(({ id }) => rows.find((row) => row.assigned_to === id)?.count ?? 0);
}
async function arrive(count: number): Promise<void> {
  const leadIds: string[] = [];
  for (let n = 0; n < count; n++) leadIds.push(await world.lead());
  await server.queue.add('lead.share-out', { organizationId: world.contoso.id, leadIds });
  await server.queue.run('lead.share-out');
}
const waiting = async () =>
  body(leadsToShare, await server.request('GET', '/api/v1/sharing-rules/waiting', { as: world.as.admin }));
const isFair = (shares: readonly number[]) =>
  Math.max(...shares) - Math.min(...shares) <= 2 && shares.every((one) => Math.abs(one - 25) <= 1);

describe('W-7: 100 equal leads among four equal people', () => {
  it.each(methods)('WT-1: in one batch, %s: 25 each', async (method) => {
    const people = await four();
    await share(method, people);
    await arrive(100);
    expect(await counts(people)).toEqual([25, 25, 25, 25]);
  });

  it.each(methods)(
    'WT-1: in bursts of 20 at the same moment, each told by a job of its own, %s',
    async (method) => {
      const people = await four();
      await share(method, people);
      const key = await server.make.marketplaceKey(world.contoso.id);
      const offer = await world.offer({ title: 'Backup' });
      const send = (n: number) =>
        server.request('POST', `/intake/marketplace/${key}`, {
          body: {
            UserDetails: { Email: `customer${n}@example.test`, Company: `Customer ${n}` },
            LeadSource: `AppSource-PLT|${offer.name}`,
            ActionCode: 'PLT',
          },
        });
      for (let burst = 0; burst < 5; burst++) {
        const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => send(burst * 20 + n)));
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
        const jobs = await server.queue.take('lead.share-out');
        // As several workers do it.
        for (const { payload } of jobs) await server.queue.add('lead.share-out', payload as object);
        await Promise.all([server.queue.run('lead.share-out'), server.queue.run('lead.share-out')]);
      }
      const shares = await counts(people);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(100);
      expect(isFair(shares), String(shares)).toBe(true);
    },
  );

  it.each(methods)('WT-2: one of them is away: the other three share, %s', async (method) => {
    const people = await four();
    await share(method, people);
    const today = testNow.toISOString().slice(0, 10);
    await server.request('PUT', `/api/v1/absences/${people[0]?.id}`, {
      as: world.as.admin,
      body: { from: today, until: today },
    });
    await arrive(99);
    expect(await counts(people)).toEqual([0, 33, 33, 33]);
  });

  it.each(methods)(
    'W-9: one of them has enough: the other three share, and nothing waits, %s',
    async (method) => {
      const [full, ...others] = await four();
      await share(method, [{ id: full?.id ?? '', perWeek: 10 }, ...others]);
      await arrive(100);
      expect(await counts([{ id: full?.id ?? '' }, ...others])).toEqual([10, 30, 30, 30]);
      expect((await waiting()).total).toBe(0);
    },
  );

  it('WT-2: handed over in bulk: 25 each, also where two of them had some before', async () => {
    const people = await four();
    const { user } = world.people;
    const hold = async (owner: string, count: number) => {
      for (let n = 0; n < count; n++) await world.lead({ assigned_to: owner });
    };
    await hold(user.id, 90);
    await hold(people[0]?.id ?? '', 4);
    await hold(people[1]?.id ?? '', 6);
    const order = { action: 'assign', heldBy: user.id, personIds: people.map(({ id }) => id) };
    const answer = await server.request('POST', '/api/v1/leads/bulk', {
      as: world.as.admin,
      body: { ...order, expectedCount: 90 },
    });
    expect(body(bulkAction, answer)).toMatchObject({ state: 'done', done: 90, refused: 0 });
    expect(await counts(people)).toEqual([25, 25, 25, 25]);
  });
});
