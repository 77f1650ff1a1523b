import { beforeAll, describe, expect, it } from 'vitest';
import { leadSorts } from '../../../../contract/leads/lead-fields.ts';
import { leadNeighbors, leadPage } from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import {
  emailValidities,
  leadQualities,
  leadStates,
  phoneValidities,
} from '../../../../contract/leads/lists.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf, testNow } from '../../../../test/server.ts';
import { newId } from '../../../platform/ids.ts';

const { server, world } = useLeadWorld();

const count = 45;
const sorts = leadSorts.flatMap((name) => [name, `-${name}` as const]);

beforeAll(async () => {
  for (let n = 0; n < count; n++) await world.lead(columnsOf(n));
});

const pick = <T>(values: readonly T[], n: number): T => values[n % values.length] as T;

/** Many leads share a moment, a name, a state, a rating and a value: the order must be total all the same. */
function columnsOf(n: number) {
  const status = n % 9 === 0 ? null : pick(leadStates, n);
  const received_at = new Date(testNow.getTime() - Math.floor(n / 4) * 60_000);
  return {
    status,
    received_at,
    updated_at: received_at,
    customer_name: pick(['acme', 'Acme', 'Émile', '日本', null, 'zeta', 'x'.repeat(200)], n),
    lead_quality: pick([...leadQualities, null], n),
    deal_value_minor: n % 3 === 0 ? null : (n % 5) * 100,
    deal_currency: n % 3 === 0 ? null : pick(['EUR', 'USD'], n),
    contact_email: n % 7 === 0 ? null : `a${n}@example.test`,
    email_validity: pick([...emailValidities, null], n),
    contact_phone: n % 11 === 0 ? null : '+49 30 901820',
    phone_validity: pick([...phoneValidities, null], n),
  };
}

async function page(query: string) {
  const answer = await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin });
  expect(answer.status, answer.text).toBe(200);
  return body(leadPage, answer);
}

/** All pages of a sort, with something happening between them. */
async function walk(sort: string, limit: number, between: () => Promise<unknown> = async () => undefined) {
  const items: LeadSummary[] = [];
  let cursor: string | null = null;
  do {
    const more: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const next = await page(`sort=${sort}&limit=${limit}${more}`);
    expect(next.items.length).toBeLessThanOrEqual(limit);
    items.push(...next.items);
    cursor = next.nextCursor;
    if (cursor !== null) expect(next.items.length).toBe(limit);
    await between();
  } while (cursor !== null);
  return items;
}

const ids = (items: LeadSummary[]) => items.map((item) => item.id);

describe('WS-4: sorted pages', () => {
  it.each(sorts)('WS-4 %s walks the whole list exactly once, whatever the size of the page', async (sort) => {
    const whole = ids((await page(`sort=${sort}&limit=200`)).items);
    expect(new Set(whole).size).toBe(count);
    expect(ids(await walk(sort, 7))).toEqual(whole);
  });

  it.each(leadSorts)('WS-4 %s downwards is upwards turned round', async (name) => {
    const up = ids((await page(`sort=${name}&limit=200`)).items);
    const down = ids((await page(`sort=-${name}&limit=200`)).items);
    expect(down).toEqual(up.toReversed());
  });

  it('WS-4 sorts by what it says', async () => {
    const { items: byTime } = await page('limit=200');
    expect(byTime.map((item) => item.createdAt)).toEqual(
      byTime
        .map((item) => item.createdAt)
        .toSorted()
        .toReversed(),
    );
    const rank = { High: 3, Medium: 2, Low: 1 };
    const { items: byQuality } = await page('sort=-leadQuality&limit=200');
    const ranks = byQuality.map((item) => (item.leadQuality === null ? 0 : rank[item.leadQuality]));
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
    const { items: byStatus } = await page('sort=status&limit=200');
    const states = byStatus.map((item) => leadStates.indexOf(item.outcome ?? (item.status as 'Received')));
    const known = states.filter((state) => state >= 0);
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    const { items: byName } = await page('sort=customerName&limit=200');
    const names = byName.map((item) => item.customerName ?? '');
    const shown = [...new Set(names)];
    expect(shown).toEqual(['', 'Acme', 'acme', 'Émile', 'x'.repeat(200), 'zeta', '日本']);
    const { items: byEmail } = await page('sort=emailValidity&limit=200');
    const reach = ['Valid', 'Unknown', 'Spam', 'Invalid', null];
    const emails = byEmail.map((item) => reach.indexOf(item.emailValidity));
    expect(emails).toEqual(emails.toSorted((a, b) => a - b));
    expect(new Set(emails).size).toBe(5);
    const { items: byPhone } = await page('sort=phoneValidity&limit=200');
    const phones = byPhone.map((item) => reach.indexOf(item.phoneValidity));
    expect(phones).toEqual(phones.toSorted((a, b) => a - b));
    expect(new Set(phones).size).toBe(4);
    const { items: byExpiry } = await page('sort=expiresAt&limit=200');
    const expiries = byExpiry.map((item) => item.expiresAt ?? 'never');
    expect(expiries).toEqual(expiries.toSorted());
    const { items: byValue } = await page('sort=-dealValue&limit=200');
    for (const currency of ['EUR', 'USD']) {
      const values = byValue.flatMap(({ dealValue }) =>
        dealValue?.currency === currency ? [dealValue.amountMinor] : [],
      );
      expect(values).toEqual(values.toSorted((a, b) => b - a));
    }
  });

  it('WS-4 the last page may be full, and says that it is the last', async () => {
    expect((await page(`limit=${count}`)).nextCursor).toBeNull();
    expect((await page(`limit=${count - 1}`)).nextCursor).not.toBeNull();
  });

  it.each(sorts)('WS-4 %s misses and repeats none while leads arrive', async (sort) => {
    const before = ids((await page(`sort=${sort}&limit=200`)).items);
    const arrived: string[] = [];
    const seen = ids(
      await walk(sort, 8, async () => {
        const at = new Date(testNow.getTime() + arrived.length);
        const columns = columnsOf(arrived.length * 3 + 1);
        arrived.push(await world.lead({ ...columns, received_at: at, updated_at: at }));
      }),
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => !arrived.includes(id))).toEqual(before);
    await server.database.ownerDb.deleteFrom('lead').where('id', 'in', arrived).execute();
  });
});

describe('WS-4: cursors over HTTP', () => {
  const mark = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each([
    ['of another sort', mark('status', 'd', 3, newId())],
    ['of the other direction', mark('createdAt', 'a', testNow.toISOString(), newId())],
    ['with a day that does not exist', mark('createdAt', 'd', '2026-02-30T00:00:00.000Z', newId())],
    [
      'with a year that PostgreSQL does not have',
      mark('createdAt', 'd', '0000-01-01T00:00:00.000Z', newId()),
    ],
    ['with SQL for an id', mark('createdAt', 'd', testNow.toISOString(), "' or 1=1 --")],
    ['that is no base64', '%F0%9F%92%A9'],
    ['that is empty', ''],
    ['that is "null"', mark(null)],
  ])('WS-4 a cursor %s is refused', async (_what, cursor) => {
    const answer = await server.request('GET', `/api/v1/leads?cursor=${cursor}`, { as: world.as.admin });
    expect(problemOf(answer)).toMatchObject({
      code: 'invalid-cursor',
      issues: [{ path: 'query.cursor' }],
    });
  });

  it.each([
    ['customerName', ''],
    ['customerName', '\u{10FFFF}'],
    ['customerName', '\\\'";--'],
    ['createdAt', '0001-01-01T00:00:00.000Z'],
    ['createdAt', '9999-12-31T23:59:59.999Z'],
    ['expiresAt', 'infinity'],
    ['status', 99],
    ['leadQuality', 0],
    ['dealValue', Number.MAX_SAFE_INTEGER],
  ])('WS-4 the outermost places of %s are places: %j', async (name, value) => {
    const cursor = mark(name, 'a', value, 'ffffffff-ffff-7fff-bfff-ffffffffffff');
    const answer = await server.request('GET', `/api/v1/leads?sort=${name}&cursor=${cursor}`, {
      as: world.as.admin,
    });
    expect(answer.status, answer.text).toBe(200);
  });

  it('WS-4, ID-2 a cursor made in one organization opens nothing in another', async () => {
    const { nextCursor } = await page('limit=5');
    const answer = await server.request('GET', `/api/v1/leads?cursor=${nextCursor}`, {
      as: world.as.fabrikamAdmin,
    });
    expect(body(leadPage, answer)).toMatchObject({ items: [], total: 0 });
  });
});

describe('WS-7: previous and next', () => {
  it.each(['-createdAt', 'customerName', '-status', 'expiresAt'])(
    'WS-7 follow the list sorted by %s',
    async (sort) => {
      const query = `sort=${sort}&status=Received&status=Won&status=Lost`;
      const whole = ids((await page(`${query}&limit=200`)).items);
      expect(whole.length).toBeGreaterThan(10);
      for (const [place, id] of whole.entries()) {
        const answer = await server.request('GET', `/api/v1/leads/${id}/neighbors?${query}`, {
          as: world.as.admin,
        });
        expect(body(leadNeighbors, answer)).toEqual({
          previousId: whole[place - 1] ?? null,
          nextId: whole[place + 1] ?? null,
        });
      }
    },
  );

  it('WS-7 a lead that the filter leaves out still has neighbors within the list', async () => {
    const { items } = await page('limit=200');
    const accepted = items.find((item) => item.status === 'Accepted');
    const query = 'status=Received';
    const listed = items.filter((item) => item.status === 'Received').map((item) => item.id);
    const answer = await server.request('GET', `/api/v1/leads/${accepted?.id}/neighbors?${query}`, {
      as: world.as.admin,
    });
    const { previousId, nextId } = body(leadNeighbors, answer);
    expect(listed.indexOf(nextId ?? '') - listed.indexOf(previousId ?? '')).toBe(1);
  });

  it('WS-7 400 names every wrong value', async () => {
    const path = `/api/v1/leads/${newId()}/neighbors?tab=x&sort=y&limit=3`;
    const problem = problemOf(await server.request('GET', path, { as: world.as.admin }));
    const paths = ['query.limit', 'query.sort', 'query.tab'];
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });
});
