import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type LeadFieldName,
  type LeadSort,
  leadField,
  leadFieldNames,
  leadSorts,
} from '../../../../contract/leads/lead-fields.ts';
import {
  anyOfField,
  anyOfNames,
  boundsOf,
  byOperator,
  fieldOfFilter,
  flagNames,
  type LeadFilterName,
  leadFilterNames,
  rangeNames,
} from '../../../../contract/leads/lead-filters.ts';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import {
  callsToAction,
  declineReasons,
  emailValidities,
  errorReasons,
  leadQualities,
  leadStates,
  lostReasons,
  phoneValidities,
} from '../../../../contract/leads/lists.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { inOrganization } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { storedColumn } from './lead-columns.sql.ts';
import { orderBy, orderOf } from './lead-cursor.sql.ts';
import { selectInOrder } from './lead-list.repo.ts';

/** Goes through the table of lead fields: a new field is tested just by being there. */

const { server, world } = useLeadWorld();
let everything: Row[];
const hour = 3_600_000;

type Row = Readonly<Record<string, string>>;
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

beforeAll(async () => {
  for (let n = 0; n < 48; n++) await server.make.lead(world.contoso.id, columnsOf(n));
  everything = await exported('');
});

/** Every column of the export has a value in some lead, every filter and order more than one. */
function columnsOf(n: number) {
  const received_at = new Date(testNow.getTime() - (n + 1) * 5 * hour);
  return {
    received_at,
    updated_at: received_at,
    lead_type: pick(['Offer', 'Profile'] as const, Math.floor(n / 2)),
    call_to_action: pick(callsToAction, n),
    lead_source: pick(['AppSource', 'AzurePortal'], n),
    customer_name: pick(['Acme', 'Zażółć', '日本電気'], n),
    country: pick(['DE', 'FR', 'JP'], Math.floor(n / 3)),
    contact_title: 'CTO',
    contact_allowed: n % 6 !== 5,
    email_validity: pick(emailValidities, n),
    phone_validity: pick(phoneValidities, n),
    phone_e164: '+4930901820',
    lead_quality: pick(leadQualities, Math.floor(n / 2)),
    offer_name: 'contoso.backup',
    offer_title: 'Backup',
    location_id: pick([world.munich.id, world.berlin.id], n),
    assigned_to: pick([world.people.admin.id, world.people.user.id, null], Math.floor(n / 4)),
    status: pick(leadStates, n),
    accepted_at: received_at,
    closed_at: received_at,
    deal_name: 'Deal',
    deal_value_minor: (n % 5) * 100,
    deal_currency: 'EUR',
    estimated_purchase_date: '2027-03-01',
    final_value_minor: 500,
    final_value_currency: 'JPY',
    deal_notes: 'Three clinics.',
    crm_id: 'OPP-1',
    campaign_id: 'Spring',
    decline_reason: pick(declineReasons, n),
    lost_reason: pick(lostReasons, n),
    error_reason: pick(errorReasons, n),
    is_test: n % 4 === 0,
  };
}

async function exported(query: string): Promise<Row[]> {
  const answer = await server.request('GET', `/api/v1/leads/export?${query}`, { as: world.as.admin });
  expect(answer.status, answer.text).toBe(200);
  return parse(answer.text, { bom: true, columns: true });
}

async function list(query: string) {
  const answer = await server.request('GET', `/api/v1/leads?limit=200&${query}`, { as: world.as.admin });
  expect(answer.status, answer.text).toBe(200);
  return body(leadPage, answer);
}

async function facetsOf(query: string, names: readonly string[] = anyOfNames) {
  const asked = [query, ...names.map((name) => `facet=${name}`)].filter((part) => part !== '').join('&');
  const answer = await server.request('GET', `/api/v1/leads/facets?${asked}`, { as: world.as.admin });
  return body(leadFacets, answer);
}

/** The value of a field in the file: with several columns, the last non-empty one. */
function shown(row: Row, field: LeadFieldName): string {
  const cells = Object.keys(leadField(field).exported ?? {}).map((header) => row[header] ?? '');
  return cells.findLast((cell) => cell !== '') ?? '';
}

/** List, counts and file contain exactly the leads that match according to the full file. */
async function expectExactly(query: string, isRight: (row: Row) => boolean) {
  const expected = everything.filter(isRight).map((row) => row.LeadId);
  expect(expected.length, query).toBeGreaterThan(0);
  expect(expected.length, query).toBeLessThan(everything.length);
  const { items, total } = await list(query);
  expect(items.map((item) => item.id)).toEqual(expected);
  expect(total).toBe(expected.length);
  expect((await facetsOf(query)).total).toBe(expected.length);
  expect((await exported(query)).map((row) => row.LeadId)).toEqual(expected);
}

describe('WS-3: every filter', () => {
  it.each(anyOfNames)(
    'WS-3 %s holds the leads that show one of its values, and counts them',
    async (name) => {
      const counted = (await facetsOf('')).facets[name];
      expect(counted.length).toBeGreaterThan(1);
      for (const { value, label, count } of counted) {
        const said = anyOfField(name).type === 'reference' ? label : value;
        const cell = value === 'nobody' ? '' : said;
        const hasIt = (row: Row) => shown(row, fieldOfFilter[name]) === cell;
        expect(everything.filter(hasIt).length, value).toBe(count);
        await expectExactly(`${name}=${encodeURIComponent(value)}`, hasIt);
      }
    },
  );

  it.each(rangeNames)('WS-3 %s holds the leads from one day to another, with both', async (name) => {
    const bounds = boundsOf(name);
    const dayOf = (row: Row) => shown(row, fieldOfFilter[name]).slice(0, 10);
    const days = [...new Set(everything.map(dayOf))].sort();
    const [from = '', to = ''] = [days[2], days.at(-3)];
    await expectExactly(`${bounds.from}=${from}`, (row) => dayOf(row) >= from);
    await expectExactly(`${bounds.to}=${to}`, (row) => dayOf(row) <= to);
    await expectExactly(
      `${bounds.from}=${from}&${bounds.to}=${to}`,
      (row) => dayOf(row) >= from && dayOf(row) <= to,
    );
    expect((await list(`${bounds.from}=${to}&${bounds.to}=${from}`)).total).toBe(0);
  });

  it.each(flagNames)('WS-3 %s holds the leads that are so, or those that are not', async (name) => {
    for (const wanted of ['true', 'false'])
      await expectExactly(`${name}=${wanted}`, (row) => shown(row, fieldOfFilter[name]) === wanted);
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
       where i.indrelid = 'lead'::regclass and i.indpred is null
       group by i.indexrelid having (array_agg(a.attname::text order by a.attnum))[1:2] = '{organization_id,tab}'
         and array_agg(a.attname::text) @> array['available_until', $1]`,
      [column],
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('WS-10: days of a reader', () => {
  it('WS-10, WS-3 a day is that of the person who asks, a program’s that of UTC', async () => {
    const at = new Date('2026-06-09T22:30:00.000Z');
    const id = await server.make.lead(world.fabrikam.id, { received_at: at, updated_at: at });
    const { ownerDb } = server.database;
    const found = async (day: string, as: Caller) => {
      const path = `/api/v1/leads?receivedFrom=${day}&receivedTo=${day}`;
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

  it.each([
    ['receivedFrom=2026-02-30', ['query.receivedFrom']],
    ['receivedTo=yesterday', ['query.receivedTo']],
    ['receivedFrom=2026-01-01&receivedFrom=2026-01-02', ['query.receivedFrom']],
    ['test=maybe&location=Munich', ['query.location', 'query.test']],
  ])('WS-3 400 names everything that is wrong: %s', async (query, paths) => {
    const problem = problemOf(await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });

  it('WS-3 the outermost days are days, and a body says yes without quotes', async () => {
    const asked = { receivedFrom: '0001-01-01', receivedTo: '9999-12-31', test: true, location: [] };
    const answer = await server.request('POST', '/api/v1/leads/search', { as: world.as.admin, body: asked });
    expect(body(leadPage, answer).total).toBe(everything.filter((row) => row.Test === 'true').length);
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

describe('WS-3: references', () => {
  it('WS-3 have a name where they were chosen, although no lead has them under the other filters', async () => {
    const { munich } = world;
    const { facets } = await facetsOf(`location=${munich.id}&customerName=nobody`);
    expect(facets.location).toEqual([{ value: munich.id, label: 'Munich', count: 0 }]);
  });

  it('WS-3 are counted for who asks for them', async () => {
    expect((await facetsOf('', [])).facets.location).toEqual([]);
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
    range: (one) => `${boundsOf(one).from}=${shown(everything[24] ?? {}, fieldOfFilter[one]).slice(0, 10)}`,
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
