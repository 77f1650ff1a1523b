import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  type LeadSort,
  leadField,
  leadFieldNames,
  leadSorts,
} from '../../../../contract/leads/lead-fields.ts';
import {
  amountNames,
  anyOfField,
  anyOfNames,
  boundsOf,
  byOperator,
  type FlagName,
  fieldOfFilter,
  flagNames,
  isAmount,
  type LeadFilterName,
  leadFilterNames,
  rangeNames,
  withinNames,
} from '../../../../contract/leads/lead-filters.ts';
import { leadPage } from '../../../../contract/leads/lead-list.ts';
import { body, type Caller, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { type Row, shown, useEveryField } from './every-field.fixture.ts';
import { storedColumn } from './lead-columns.sql.ts';
import { orderBy, orderOf } from './lead-cursor.sql.ts';
import { selectInOrder } from './lead-list.repo.ts';

/** Goes through the table of lead fields: a new field is tested just by being there. */

const { server, world, everything, list, facetsOf, expectExactly, hoursLeft, isHot } = useEveryField();

/** What each flag says about a lead. */
const flags: Readonly<Record<FlagName, (row: Row) => boolean>> = {
  test: (row) => row.Test === 'true',
  withoutAnswer: (row) => hoursLeft(row) > 0,
  hot: isHot,
};

describe('WS-3: every filter', () => {
  it.each(anyOfNames)(
    'WS-3 %s holds the leads that show one of its values, and counts them',
    async (name) => {
      const counted = (await facetsOf('')).facets[name];
      expect(counted.length).toBeGreaterThan(1);
      for (const { value, label, count } of counted) {
        const field = anyOfField(name);
        const said = field.type === 'reference' ? label : value;
        const isNone = value === 'nobody' || (field.type === 'choice' && field.none === value);
        const hasIt = (row: Row) => shown(row, fieldOfFilter[name]) === (isNone ? '' : said);
        expect(everything.filter(hasIt).length, value).toBe(count);
        await expectExactly(`${name}=${encodeURIComponent(value)}`, hasIt);
      }
    },
  );

  it.each(rangeNames.filter((name) => !isAmount(name)))(
    'WS-3 %s holds the leads from one day to another, with both',
    async (name) => {
      const bounds = boundsOf(name);
      const dayOf = (row: Row) => shown(row, fieldOfFilter[name]).slice(0, 10);
      const days = [...new Set(everything.map(dayOf))].filter((day) => day !== '').sort();
      const [from = '', to = ''] = [days[2], days.at(-3)];
      await expectExactly(`${bounds.from}=${from}`, (row) => dayOf(row) >= from);
      await expectExactly(`${bounds.to}=${to}`, (row) => dayOf(row) !== '' && dayOf(row) <= to);
      await expectExactly(
        `${bounds.from}=${from}&${bounds.to}=${to}`,
        (row) => dayOf(row) >= from && dayOf(row) <= to,
      );
    },
  );

  it.each(withinNames)('WS-3 %s holds the leads to be answered in that time', async (name) => {
    for (const hours of [1, 24, 48]) {
      const isRight = (row: Row) => hoursLeft(row) > 0 && hoursLeft(row) <= hours;
      if (everything.some(isRight)) await expectExactly(`${name}=${hours}`, isRight);
      else expect((await list(`${name}=${hours}`)).total).toBe(0);
    }
    expect((await list(`${name}=2160`)).total).toBeGreaterThan(1);
  });

  it.each(flagNames)('WS-3 %s holds the leads that are so, or those that are not', async (name) => {
    for (const wanted of [true, false])
      await expectExactly(`${name}=${wanted}`, (row) => flags[name](row) === wanted);
  });

  it('WS-3 two flags that are not so are counted right together', async () => {
    await expectExactly(
      'test=false&withoutAnswer=false',
      (row) => !flags.test(row) && !flags.withoutAnswer(row),
    );
  });

  it.each(leadFilterNames)('WS-3 %s narrows what the others count', async (name) => {
    const query = await queryOf(name);
    const { facets } = await facetsOf(query);
    for (const other of anyOfNames.filter((one) => one !== name)) {
      for (const { value, count } of facets[other])
        expect((await list(`${query}&${other}=${encodeURIComponent(value)}`)).total, value).toBe(count);
    }
  });

  it.each(leadFilterNames)('WS-3 %s is in an index that says all that counts ask for', async (name) => {
    const [, column] =
      /"(\w+)"$/.exec(storedColumn(fieldOfFilter[name]).compile(server.database.db).sql) ?? [];
    const { rows } = await server.database.ownerPool.query(
      `select from pg_index i join pg_attribute a on a.attrelid = i.indexrelid
       where i.indrelid = 'lead'::regclass
         and coalesce(pg_get_expr(i.indpred, i.indrelid), '') in ('', '(' || $1 || ' IS NOT NULL)')
       group by i.indexrelid having (array_agg(a.attname::text order by a.attnum))[1:2] = '{organization_id,tab}'
         and array_agg(a.attname::text) @> array['available_until', $1]`,
      [column],
    );
    expect(rows.length > 0 || amountNames.some((one) => one === name)).toBe(true);
  });
});

describe('WS-10: days of a reader', () => {
  it('WS-10, WS-3 a day is that of the person who asks, a program’s that of UTC', async () => {
    const at = new Date('2026-06-09T22:30:00.000Z');
    const id = await server.make.lead(world.fabrikam.id, { received_at: at, updated_at: at });
    const { ownerDb } = server.database;
    const found = async (day: string, as: Caller) => {
      const path = `/api/v1/leads?createdFrom=${day}&createdTo=${day}`;
      const { items } = body(leadPage, await server.request('GET', path, { as }));
      return items.map((item) => item.id);
    };
    const program = { token: await server.make.apiToken(world.fabrikam.id, 'leads:read') };
    for (const [time_zone, day] of [
      ['Europe/Berlin', '2026-06-10'],
      ['America/New_York', '2026-06-09'],
      [null, '2026-06-09'],
    ] as const) {
      await ownerDb
        .updateTable('person')
        .set({ time_zone })
        .where('id', '=', world.people.fabrikamAdmin.id)
        .execute();
      expect(await found(day, world.as.fabrikamAdmin), String(time_zone)).toEqual([id]);
      expect(await found('2026-06-11', world.as.fabrikamAdmin)).toEqual([]);
      expect(await found('2026-06-09', program)).toEqual([id]);
    }
  });
});

describe('WS-4: every order', () => {
  it.each(leadSorts)('WS-4 %s has its values side by side, and turns round', async (name) => {
    const { items } = await list(`sort=${name}`);
    const values = items.map((item) => JSON.stringify([item[name], name === 'status' && item.outcome]));
    const runs = values.filter((value, at) => value !== values[at - 1]);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs).toEqual([...new Set(values)]);
    const down = (await list(`sort=-${name}`)).items.map((item) => item.id);
    expect(down).toEqual(items.map((item) => item.id).toReversed());
  });

  it.each(leadSorts)('WS-4 %s walks along an index', async (name: LeadSort) => {
    const order = orderOf(`-${name}`);
    const plan = await explain((tx) =>
      selectInOrder(tx, scope(), { tab: 'marketplace', found: undefined }, order)
        .select('lead.id')
        .orderBy(orderBy(order))
        .limit(sql.lit(50)),
    );
    expect(plan).not.toMatch(/Sort/);
  });
});

describe('EX-1: every column', () => {
  const headers = leadFieldNames.flatMap((name) => Object.keys(leadField(name).exported ?? {}));

  it.each(headers)('EX-1 %s is filled', (header) => {
    expect(everything.some((row) => row[header] !== '')).toBe(true);
  });

  it.each(leadFieldNames.filter((name) => leadField(name).contact))(
    'LC-4, IN-6, EX-1 %s is empty while the contact must not be shown, and only then',
    (name) => {
      for (const row of everything) expect(shown(row, name) === '').toBe(row.ContactWithheld !== '');
    },
  );
});

const scope = (): LeadScope => ({
  organizationId: world.contoso.id,
  personId: world.people.admin.id,
  everything: true,
  locationIds: [],
  ownLocationIds: [],
  now: testNow,
});

/** A query that sets one filter to a value that some leads have. */
async function queryOf(name: LeadFilterName): Promise<string> {
  const { facets } = await facetsOf('');
  return byOperator(name, {
    anyOf: (one) => `${one}=${encodeURIComponent(facets[one][0]?.value ?? '')}`,
    range: (one) =>
      isAmount(one)
        ? `${boundsOf(one).from}=1.5`
        : `${boundsOf(one).from}=${shown(everything[24] ?? {}, fieldOfFilter[one]).slice(0, 10)}`,
    within: (one) => `${one}=48`,
    flag: (one) => `${one}=false`,
  });
}

type Transaction = Parameters<Parameters<typeof inOrganization>[2]>[0];

/** The query plan with sequential scans and sorting as a last resort. */
function explain(
  query: (tx: Transaction) => { explain: (format: 'text') => Promise<Record<string, unknown>[]> },
) {
  return inOrganization(server.database.db, { organizationId: world.contoso.id }, async (tx) => {
    await sql`select set_config(name, value, true) from (values
      ('enable_seqscan', 'off'), ('enable_bitmapscan', 'off'), ('enable_sort', 'off')
    ) as setting (name, value)`.execute(tx);
    const rows = await query(tx).explain('text');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}
