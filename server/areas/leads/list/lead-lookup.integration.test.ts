import { describe, expect, it } from 'vitest';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import { currencies } from '../../../../contract/money.ts';
import { createEmptyDatabaseForTest, migrateBefore } from '../../../../test/empty-database.ts';
import { JobQueue } from '../../../../test/job-queue.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, testNow } from '../../../../test/server.ts';
import { migrateToLatest } from '../../../platform/database/migrate.ts';
import { newId } from '../../../platform/ids.ts';
import { paths } from '../../../platform/paths.ts';

const { server, world } = useLeadWorld();

async function page(query: string) {
  const answer = await server.request('GET', `/api/v1/leads?limit=200&${query}`, { as: world.as.admin });
  expect(answer.status, answer.text).toBe(200);
  return body(leadPage, answer);
}

const makeNamed = async (names: readonly string[]) => {
  for (const customer_name of names) await world.lead({ customer_name });
};
const clear = () => server.database.ownerDb.deleteFrom('lead').execute();

describe('WS-1: a whole tab is counted', () => {
  const counts = async () => {
    const as = world.as.admin;
    const list = body(leadPage, await server.request('GET', '/api/v1/leads?limit=2', { as }));
    const { tabs } = body(leadFacets, await server.request('GET', '/api/v1/leads/facets', { as }));
    return [list.total, tabs.marketplace, tabs.qualified];
  };
  const informational = { status: null, call_to_action: 'GetItNow' } as const;

  it('WS-1 LC-8 without informational leads whose time is over, and without those of other tabs and organizations', async () => {
    await makeNamed(['One', 'Two', 'Three', 'Four']);
    const hour = 3_600_000;
    for (const hours of [-2, -1, 1]) {
      const available_until = new Date(testNow.getTime() + hours * hour);
      await world.lead({ ...informational, available_until });
    }
    await world.lead({ qualification: 'SalesQualified' });
    await server.make.lead(world.fabrikam.id);
    expect(await counts()).toEqual([5, 5, 1]);
    server.clock.set(new Date(testNow.getTime() + hour));
    expect(await counts()).toEqual([4, 4, 1]);
    server.clock.set(testNow);
    await clear();
  });

  it('WS-1 as many as there are leads, whatever became of them', async () => {
    await makeNamed(['One', 'Two', 'Three', 'Four', 'Five']);
    await world.acceptedLead();
    const { ownerPool } = server.database;
    await ownerPool.query(
      "update lead set qualification = 'SalesQualified' where customer_name in ('One', 'Two')",
    );
    await ownerPool.query(
      "update lead set status = 'Expired', closed_at = now() where customer_name = 'Three'",
    );
    await ownerPool.query("delete from lead where customer_name = 'Four'");
    const { rows } = await ownerPool.query<{ tab: string; leads: number }>(
      'select tab, count(*)::int as leads from lead group by tab order by tab',
    );
    expect(rows).toEqual([
      { tab: 'marketplace', leads: 3 },
      { tab: 'qualified', leads: 2 },
    ]);
    expect(await counts()).toEqual([3, 3, 2]);
    await clear();
  });

  it('WS-1 also while what was there before an update is still being prepared', async () => {
    await makeNamed(['One', 'Two', 'Three', 'Four']);
    const { ownerPool } = server.database;
    await ownerPool.query('delete from lead_lookup where ctid in (select ctid from lead_lookup limit 3)');
    await ownerPool.query("insert into lead_lookup_task (organization_id, kind) values ($1, 'fill')", [
      world.contoso.id,
    ]);
    expect(await counts()).toEqual([4, 4, 0]);
    await ownerPool.query('delete from lead_lookup_task');
    await clear();
  });
});

describe('WS-4: names in the order that readers expect', () => {
  it.each([
    [
      'accents',
      ['Zebramann', 'Émann', 'Apfelmann', 'Emann', 'Äbelmann'],
      ['Äbelmann', 'Apfelmann', 'Emann', 'Émann', 'Zebramann'],
    ],
    [
      'case',
      ['Zoo', 'zebra', 'Ärzte', 'Berg', 'Éclair', 'apple'],
      ['apple', 'Ärzte', 'Berg', 'Éclair', 'zebra', 'Zoo'],
    ],
    [
      'stroke and other letters',
      ['Łódź', 'Mann', 'Lange', 'Øst', 'Zug', 'Pane'],
      ['Lange', 'Łódź', 'Mann', 'Øst', 'Pane', 'Zug'],
    ],
    [
      'width, quotes, apostrophes',
      ['O’Zeal', '"Acme"', 'Ｂｅｔａ', 'Oberon', 'zeta'],
      ['"Acme"', 'Ｂｅｔａ', 'Oberon', 'O’Zeal', 'zeta'],
    ],
    [
      'scripts',
      ['日本', 'Яблоко', 'Zeta', 'Ёлка', 'Ананас', 'Ωμέγα', '3M'],
      ['3M', 'Zeta', 'Ωμέγα', 'Ананас', 'Ёлка', 'Яблоко', '日本'],
    ],
  ])('WS-4 %s, upwards, downwards and page by page', async (_what, given, expected) => {
    await makeNamed(given);
    const namesOf = (items: { customerName: string | null }[]) => items.map((item) => item.customerName);
    expect(namesOf((await page('sort=customerName')).items)).toEqual(expected);
    expect(namesOf((await page('sort=-customerName')).items)).toEqual(expected.toReversed());
    const walked: (string | null)[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const answer = await server.request(
        'GET',
        `/api/v1/leads?limit=2&sort=customerName${cursor && `&cursor=${cursor}`}`,
        { as: world.as.admin },
      );
      const part = body(leadPage, answer);
      walked.push(...namesOf(part.items));
      cursor = part.nextCursor;
    }
    expect(walked).toEqual(expected);
    await clear();
  });
});

const amounts = [
  ['USD', 1000],
  ['ZAR', 5000],
  ['JPY', 1_000_000],
  ['EUR', 100_000_000],
  ['KWD', 123_456],
] as const;

describe('WS-4: values of different currencies', () => {
  const valuesOf = async (sort: string) =>
    (await page(`sort=${sort}`)).items.map((item) => item.dealValue?.currency ?? null);
  const make = (deal_currency: string | null, deal_value_minor: number | null) =>
    world.acceptedLead({ deal_currency, deal_value_minor });

  it('WS-4 sort by what they are worth, without a value at the end of the highest first', async () => {
    for (const [currency, minor] of amounts) await make(currency, minor);
    await make(null, null);
    // 10 USD, 50 ZAR, 1,000,000 JPY, 1,000,000 EUR, 123.456 KWD
    expect(await valuesOf('-dealValue')).toEqual(['EUR', 'JPY', 'KWD', 'USD', 'ZAR', null]);
    expect(await valuesOf('dealValue')).toEqual([null, 'ZAR', 'USD', 'KWD', 'JPY', 'EUR']);
  });

  it('WS-4 follow a rate that the operator changes', async () => {
    await server.database.ownerPool.query(
      `update currency_rate set per_usd = 0.001, as_of = '2026-11-20', source = 'The operator' where currency = 'ZAR'`,
    );
    await server.queue.run('search.prepare');
    expect(await valuesOf('-dealValue')).toEqual(['EUR', 'ZAR', 'JPY', 'KWD', 'USD', null]);
    await server.database.ownerPool.query(`update currency_rate set per_usd = 17.7 where currency = 'ZAR'`);
    await server.queue.run('search.prepare');
    expect(await valuesOf('-dealValue')).toEqual(['EUR', 'JPY', 'KWD', 'USD', 'ZAR', null]);
    await clear();
  });

  it('WS-4 every currency that is offered has a rate, with the digits of its minor unit', async () => {
    const { rows } = await server.database.ownerPool.query<{ currency: string; digits: number }>(
      'select currency, minor_digits as digits from currency_rate',
    );
    const shipped = Object.fromEntries(rows.map((row) => [row.currency, row.digits]));
    expect(shipped).toMatchObject(currencies);
  });
});

describe('WS-4, WS-5: an installation that was here before', () => {
  it('WS-5 is prepared batch by batch while leads arrive and change, and goes on where it stopped', async () => {
    const old = await createEmptyDatabaseForTest("encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
    const owner = old.open();
    await migrateBefore(owner, '0027');
    const partner = newId();
    await owner.query(
      `insert into organization (id, kind, name, country, created_at) values ($1, 'partner', 'Old', 'DE', now())`,
      [partner],
    );
    const ids = Array.from({ length: 7 }, () => newId()).toSorted();
    const add = (id: string, name: string) =>
      owner.query(
        `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, customer_name,
           contact_last_name, contact_allowed, status, received_at, updated_at, expires_at)
         values ($1, $2, 'Direct', 'Offer', 'ContactMe', 'api', 'old', $3, 'Żółtowski', true, 'Received', now(), now(), now() + interval '1 day')`,
        [partner, id, name],
      );
    for (const [n, id] of ids.entries()) await add(id, `Müller ${n}`);

    await migrateToLatest(owner, paths);
    expect(await new JobQueue(owner).list('search.prepare')).toHaveLength(1);
    const app = old.open('leadlight_app');
    const search = async (term: string): Promise<string[]> => {
      const { rows } = await app.query<{ ids: string[] }>(
        `with tenant as materialized (select set_config('leadlight.organization_id', $1, false))
         select search_leads($2::jsonb, 2000, now()) as ids from tenant`,
        [partner, JSON.stringify([[term]])],
      );
      return (rows[0]?.ids ?? []).toSorted();
    };
    const worker = old.open('leadlight_worker');
    const prepare = async () =>
      (await worker.query<{ more: boolean }>('select prepare_lead_lookup(3) as more')).rows[0]?.more;
    expect(await search('zoltowski')).toEqual([]);
    expect(await prepare()).toBe(true);
    // newest first
    expect(await search('muller')).toEqual(ids.slice(-3));

    const arrived = newId();
    await add(arrived, 'Müller now');
    await owner.query(`update lead set customer_name = 'Größe' where id = $1`, [ids[0]]);
    expect(await search('groesse')).toEqual([ids[0]]);
    expect(await search('muller')).toContain(arrived);
    for (let batch = 0; batch < 10 && (await prepare()); batch++);
    expect(await prepare()).toBe(false);
    expect(await search('zoltowski')).toEqual([...ids, arrived].toSorted());
    expect(await search('muller')).toEqual([...ids.slice(1), arrived].toSorted());
    expect(await search('groesse')).toEqual([ids[0]]);
  });

  it('WS-4, WS-5 lists miss none meanwhile, and say that search is not complete', async () => {
    await makeNamed(['Beta', 'Alpha', 'Gamma']);
    const { ownerPool } = server.database;
    await ownerPool.query('delete from lead_lookup');
    await ownerPool.query(`insert into lead_lookup_task (organization_id, kind) values ($1, 'fill')`, [
      world.contoso.id,
    ]);
    for (const sort of ['customerName', '-customerName', 'dealValue', '-dealValue'])
      expect((await page(`sort=${sort}`)).items.length, sort).toBe(3);
    expect(await page('search=alpha')).toMatchObject({ items: [], searchIsComplete: false });
    const job = server.jobs.find(({ name }) => name === 'search.prepare');
    await job?.run({});
    expect(await page('search=alpha')).toMatchObject({ total: 1, searchIsComplete: true });
    expect((await page('sort=customerName')).items.map((item) => item.customerName)).toEqual([
      'Alpha',
      'Beta',
      'Gamma',
    ]);
    await clear();
  });
});

describe('WS-5: words that very many leads have', () => {
  it('WS-5, LC-4 are looked for row by row: the page is right, hidden contacts stay hidden, the total is a lower bound', async () => {
    const { ownerPool } = server.database;
    await ownerPool.query(
      `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, customer_name,
         contact_last_name, contact_allowed, status, received_at, updated_at, expires_at)
       select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'many', 'Plenty ' || n,
              'Überall', n % 2 = 0, 'Received', $2::timestamptz - n * interval '1 second', $2, $2::timestamptz + interval '1 day'
       from generate_series(1, 2500) n`,
      [world.contoso.id, server.clock.now()],
    );
    const open = await page('search=plenty');
    expect(open).toMatchObject({ total: 201, totalIsExact: false });
    const closed = await page('search=plenty%20ueberall');
    expect(closed.items.every((item) => item.contactWithheld === null)).toBe(true);
    expect(closed.items.map((item) => item.customerName).slice(0, 3)).toEqual([
      'Plenty 2',
      'Plenty 4',
      'Plenty 6',
    ]);
    const rare = await page('search=plenty%202499');
    expect(rare.items.map((item) => item.customerName)).toEqual(['Plenty 2499']);
    const exported = await server.request('GET', '/api/v1/leads/export?search=ueberall', {
      as: world.as.admin,
    });
    expect(exported.headers.get('x-total-rows')).toBe('1250');
    await clear();
  });
});
