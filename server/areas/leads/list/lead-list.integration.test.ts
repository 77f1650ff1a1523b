import { beforeAll, describe, expect, it } from 'vitest';
import { type AnyOfName, anyOfNames } from '../../../../contract/leads/lead-filters.ts';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import {
  callsToAction,
  emailValidities,
  leadQualities,
  leadStates,
  phoneValidities,
} from '../../../../contract/leads/lists.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();

/** The nth value, cyclically; each list uses a different step so that all combinations occur. */
const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;
const hour = 3_600_000;
const perTab = 60;

beforeAll(async () => {
  const { make } = server;
  for (let n = 0; n < 2 * perTab; n++) await make.lead(world.contoso.id, columnsOf(n));
  // Leads of another organization are never counted.
  for (let n = 0; n < 10; n++) await make.lead(world.fabrikam.id, { ...columnsOf(n), location_id: null });
});

function columnsOf(n: number) {
  const call = pick(callsToAction, n);
  const actionable = call === 'ContactMe' || n >= perTab;
  const received_at = new Date(testNow.getTime() - (n + 1) * 5 * hour);
  return {
    qualification:
      n < perTab ? ('Direct' as const) : pick(['MarketingQualified', 'SalesQualified'] as const, n),
    call_to_action: call,
    lead_type: pick(['Offer', 'Offer', 'Profile'] as const, n),
    location_id: pick([world.munich.id, world.berlin.id, null], n),
    status: actionable ? pick(leadStates, Math.floor(n / 4)) : null,
    lead_source: pick(['AppSource', 'AzureMarketplace', 'AzurePortal', null, 'Elsewhere'], n),
    lead_quality: pick([...leadQualities, null], Math.floor(n / 2)),
    email_validity: pick(emailValidities, Math.floor(n / 3)),
    phone_validity: pick(phoneValidities, n),
    country: pick(['DE', 'FR', 'JP', 'BR', null], Math.floor(n / 3)),
    customer_name: pick(['Acme', 'Zażółć', '日本電気', 'O’Neil & Sons', '100% _real_', null], n),
    received_at,
    updated_at: received_at,
  };
}

async function list(query: string) {
  const answer = await server.request('GET', `/api/v1/leads?limit=200&${query}`, { as: world.as.admin });
  expect(answer.status, answer.text).toBe(200);
  return body(leadPage, answer);
}

async function totalOf(query: string) {
  const answer = await server.request('GET', `/api/v1/leads?limit=1&${query}`, { as: world.as.admin });
  return body(leadPage, answer).total;
}

/** References are counted only on request. */
const everyFacet = anyOfNames.map((name) => `facet=${name}`).join('&');

async function facets(query: string) {
  return body(
    leadFacets,
    await server.request('GET', `/api/v1/leads/facets?${query}`, { as: world.as.admin }),
  );
}

const shown = {
  callToAction: (lead) => lead.callToAction,
  country: (lead) => lead.country,
  customerName: (lead) => lead.customerName,
  leadSource: (lead) => lead.leadSource,
  leadType: (lead) => lead.leadType,
  location: (lead) => lead.location?.id ?? null,
  leadQuality: (lead) => lead.leadQuality,
  status: (lead) => (lead.status === 'Archived' ? lead.outcome : (lead.status ?? 'Informational')),
  emailValidity: (lead) => lead.emailValidity,
  phoneValidity: (lead) => lead.phoneValidity,
} satisfies Partial<Record<AnyOfName, (lead: LeadSummary) => string | null>>;
const names = Object.keys(shown) as (keyof typeof shown)[];

describe('WS-1: tabs', () => {
  it('WS-1 hold direct inquiries, qualified leads and my favorites, with their counts', async () => {
    const [marketplace, qualified] = [await list('tab=marketplace'), await list('tab=qualified')];
    expect(marketplace.total).toBe(perTab);
    expect(qualified.total).toBe(perTab);
    expect(new Set(marketplace.items.map((item) => item.qualification))).toEqual(new Set(['Direct']));
    expect(qualified.items.some((item) => item.qualification === 'Direct')).toBe(false);
    const marked = [...marketplace.items.slice(0, 3), ...qualified.items.slice(0, 2)].map((item) => item.id);
    for (const id of marked)
      await server.request('PUT', `/api/v1/leads/${id}/favorite`, { as: world.as.admin });
    const favorites = await list('tab=favorites');
    expect(favorites.items.map((item) => item.id).toSorted()).toEqual(marked.toSorted());
    expect(favorites.items.every((item) => item.favorite)).toBe(true);
    expect((await facets('country=DE&search=acme')).tabs).toEqual({
      marketplace: perTab,
      qualified: perTab,
      favorites: 5,
    });
    for (const id of marked)
      await server.request('DELETE', `/api/v1/leads/${id}/favorite`, { as: world.as.admin });
    expect((await list('tab=favorites')).total).toBe(0);
  });
});

describe('WS-3: filters', () => {
  it.each(names)('WS-3 %s finds exactly the leads that show the value', async (name) => {
    const everything = await list('');
    const values = new Set(everything.items.map(shown[name]).filter((value) => value !== null));
    expect(values.size).toBeGreaterThan(1);
    for (const value of values) {
      const found = await list(`${name}=${encodeURIComponent(value)}`);
      const expected = everything.items.filter((item) => shown[name](item) === value);
      expect(found.items.map((item) => item.id)).toEqual(expected.map((item) => item.id));
      expect(found.total).toBe(expected.length);
    }
  });

  it('WS-3 values within one filter are OR, filters are AND', async () => {
    const everything = await list('');
    const found = await list('country=DE&country=JP&leadType=Offer&emailValidity=Valid&emailValidity=Spam');
    const expected = everything.items.filter(
      (item) =>
        ['DE', 'JP'].includes(item.country ?? '') &&
        item.leadType === 'Offer' &&
        ['Valid', 'Spam'].includes(item.emailValidity ?? ''),
    );
    expect(expected.length).toBeGreaterThan(2);
    expect(found.items.map((item) => item.id)).toEqual(expected.map((item) => item.id));
  });

  it('WS-3 Archived stands for the five outcomes; a country may be written small', async () => {
    const archived = await list('status=Archived');
    expect(archived.total).toBeGreaterThan(4);
    expect(archived.items.every((item) => item.status === 'Archived')).toBe(true);
    const outcomes = await list('status=Won&status=Lost&status=Declined&status=Expired&status=ClosedAsError');
    expect(outcomes.total).toBe(archived.total);
    expect((await list('country=de')).total).toBe((await list('country=DE')).total);
  });

  it('WS-3 values that nothing has find nothing; SQL in a value is only a value', async () => {
    for (const value of ["'; drop table lead; --", '%', '_', '\\', '" or 1=1'])
      expect((await list(`customerName=${encodeURIComponent(value)}`)).total).toBe(0);
    expect((await list('')).total).toBe(perTab);
  });

  it('IN-2, WS-3 a lead that is not checked yet shows Unknown, and Unknown finds it', async () => {
    const token = await server.make.apiToken(world.contoso.id, 'leads:create');
    const sent = { customerName: 'Just in', country: 'IS', contact: { email: 'ada@lovelace.test' } };
    expect((await server.request('POST', '/api/v1/leads', { as: { token }, body: sent })).status).toBe(201);
    const { items } = await list('country=IS&emailValidity=Unknown');
    expect(items).toMatchObject([{ customerName: 'Just in', emailValidity: 'Unknown', phoneValidity: null }]);
    const { facets: counted } = await facets('country=IS');
    expect(counted.emailValidity).toEqual([{ value: 'Unknown', label: 'Unknown', count: 1 }]);
    expect(counted.phoneValidity).toEqual([]);
    const file = await server.request('GET', '/api/v1/leads/export?country=IS', { as: world.as.admin });
    expect(file.text).toContain('"ada@lovelace.test",Unknown,');
    await server.database.ownerDb.deleteFrom('lead').where('country', '=', 'IS').execute();
  });

  it('LC-4 a received lead whose time has run out is filtered as Expired', async () => {
    const before = await list('status=Expired');
    server.clock.set(new Date(testNow.getTime() + 336 * hour));
    const received = await list('status=Received');
    const after = await list('status=Expired');
    server.clock.set(testNow);
    expect(received.total).toBe(0);
    expect(after.total).toBe(before.total + (await list('status=Received')).total);
    expect(after.total).toBeGreaterThan(before.total);
  });
});

describe('WS-3: counts beside the filters', () => {
  const queries = [
    'tab=marketplace',
    'tab=qualified',
    'tab=marketplace&country=DE',
    'tab=qualified&status=Won&status=Received&leadType=Offer',
    'tab=marketplace&customerName=Acme&search=acme',
    'tab=qualified&emailValidity=Valid&phoneValidity=Unknown&leadQuality=High&leadQuality=Low',
  ];

  it.each(queries)('WS-3 each value’s count is what the filter then finds: %s', async (query) => {
    const { facets: counted } = await facets(`${query}&${everyFacet}`);
    let checked = 0;
    for (const name of anyOfNames) {
      const others = query
        .split('&')
        .filter((part) => !part.startsWith(`${name}=`))
        .join('&');
      for (const { value, count } of counted[name] ?? []) {
        const total = await totalOf(`${others}&${name}=${encodeURIComponent(value)}`);
        expect(total, `${name}=${value}`).toBe(count);
        expect(count).toBeGreaterThan(0);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(3);
  });

  it('LC-4 counts a lead whose time has run out as expired, before its row says so', async () => {
    const statusCounts = async (query: string) =>
      new Map((await facets(query)).facets.status?.map(({ value, count }) => [value, count]));
    for (const query of ['', 'leadType=Offer']) {
      const before = await statusCounts(query);
      server.clock.set(new Date(testNow.getTime() + 336 * hour));
      const after = await statusCounts(query);
      server.clock.set(testNow);
      const waiting = before.get('Received') ?? 0;
      expect(waiting).toBeGreaterThan(0);
      expect(after.get('Received')).toBeUndefined();
      expect(after.get('Expired')).toBe((before.get('Expired') ?? 0) + waiting);
    }
  });

  it('WS-3 no value that the list shows is missing', async () => {
    const everything = await list('');
    const { facets: counted } = await facets(everyFacet);
    for (const name of names) {
      const values = new Set(everything.items.map(shown[name]).filter((value) => value !== null));
      expect(new Set(counted[name]?.map((one) => one.value)), name).toEqual(values);
    }
  });

  it('WS-3 come in words, the most frequent first', async () => {
    const { facets: counted } = await facets('');
    for (const values of Object.values(counted)) {
      const counts = values.map((one) => one.count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    }
    expect(counted.leadSource?.find((one) => one.value === 'AzureMarketplace')?.label).toBe(
      'Azure Marketplace',
    );
    expect(counted.status?.find((one) => one.value === 'ClosedAsError')?.label).toBe('Closed as error');
  });

  it('WS-3 customer names can be narrowed, whatever is in them', async () => {
    const narrowed = async (part: string) =>
      (await facets(`customerNameContains=${encodeURIComponent(part)}`)).facets.customerName?.map(
        (one) => one.value,
      );
    expect(await narrowed('ACM')).toEqual(['Acme']);
    expect(await narrowed('100%')).toEqual(['100% _real_']);
    expect(await narrowed('100 real')).toEqual(['100% _real_']);
    expect(await narrowed('zazolc')).toEqual(['Zażółć']);
    expect(await narrowed('NEIL o’')).toEqual(['O’Neil & Sons']);
    expect((await narrowed('%'))?.length).toBe(5);
    expect(await narrowed('電')).toEqual(['日本電気']);
    expect(await narrowed('nobody')).toEqual([]);
    expect((await narrowed(' '))?.length).toBe(5);
  });
});

describe('WS-4: bounds', () => {
  it('WS-4 takes 1 to 200 rows, 50 unless told', async () => {
    const size = async (query: string) =>
      body(leadPage, await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin })).items
        .length;
    expect(await size('')).toBe(50);
    expect(await size('limit=1')).toBe(1);
    expect(await size('limit=200')).toBe(perTab);
  });

  it.each([
    ['limit=0', ['query.limit']],
    ['limit=201', ['query.limit']],
    ['limit=ten', ['query.limit']],
    ['limit=1.5', ['query.limit']],
    ['limit=1&limit=2', ['query.limit']],
    ['tab=all', ['query.tab']],
    ['sort=name', ['query.sort']],
    ['sort=createdAt&sort=status', ['query.sort']],
    ['country=XX', ['query.country']],
    ['country=DE&country=XX', ['query.country[1]']],
    ['status=Open', ['query.status']],
    ['search=ab', ['query.search']],
    ['search=%20ab%20', ['query.search']],
    ['search=abc%00', ['query.search']],
    [`search=${'x'.repeat(201)}`, ['query.search']],
    ['unknown=1', ['query.unknown']],
    [
      'limit=0&tab=all&leadType=x&callToAction=y',
      ['query.callToAction', 'query.leadType', 'query.limit', 'query.tab'],
    ],
  ])('WS-4 400 names everything that is wrong: %s', async (query, paths) => {
    const problem = problemOf(await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });

  it('WS-4 more values of one filter than anyone ticks are refused', async () => {
    const query = Array.from({ length: 201 }, (_, n) => `customerName=${n}`).join('&');
    const problem = problemOf(await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin }));
    expect(problem.issues?.map((issue) => issue.path)).toEqual(['query.customerName']);
  });

  it.each(['/api/v1/leads/facets', '/api/v1/leads/export'])('WS-4 %s checks its query too', async (path) => {
    const problem = problemOf(
      await server.request('GET', `${path}?tab=all&country=XX&cursor=x`, { as: world.as.admin }),
    );
    const paths = ['query.country', 'query.cursor', 'query.tab'];
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });
});

it('WS-2 a row has the first words of the message and of the notes, and how far the deal is', async () => {
  const columns = {
    message: `Dear team,\n\n${'we would like to hear more. '.repeat(20)}`,
    deal_notes: 'Three clinics.',
    campaign_id: 'Spring',
    qualified_at: testNow,
    proposed_at: testNow,
  };
  const accepted = { status: 'Accepted', accepted_at: testNow } as const;
  const shown = await world.lead({ ...columns, ...accepted });
  const withheld = await world.lead({ ...columns, ...accepted, contact_allowed: false });
  const page = body(leadPage, await server.request('GET', '/api/v1/leads?limit=200', { as: world.as.admin }));
  const row = (id: string) => page.items.find((lead) => lead.id === id);
  expect(row(shown)).toMatchObject({
    messageStart: expect.stringMatching(/^Dear team, we would like .{90,120}…$/),
    notesStart: 'Three clinics.',
    stage: 'proposed',
    campaignId: 'Spring',
    acceptedAt: testNow.toISOString(),
  });
  expect(row(withheld)).toMatchObject({ messageStart: null, stage: 'proposed' });
});
