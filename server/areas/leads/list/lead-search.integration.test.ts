import { beforeAll, describe, expect, it } from 'vitest';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { body, problemOf } from '../../../../test/server.ts';

const { server, world } = useLeadWorld();
let lovelace: string;
let percent: string;
let nippon: string;
let plain: string;

beforeAll(async () => {
  const { make } = server;
  const { contoso, munich, berlin } = world;
  lovelace = await make.acceptedLead(contoso.id, {
    location_id: munich.id,
    customer_name: 'Analytical Engines',
    offer_title: 'Backup Suite',
    deal_name: 'Difference engine No. 2',
    deal_notes: 'Met at the Babbage dinner',
    contact_first_name: 'Augusta Ada',
    contact_last_name: 'King-Noel',
    contact_email: 'Ada.King@Engines.test',
    contact_phone: '+44 20 7946 0123',
    message: 'Can it weave algebraic patterns?',
  });
  percent = await make.lead(contoso.id, { location_id: berlin.id, customer_name: '50%_off \\ Ltd' });
  nippon = await make.lead(contoso.id, { location_id: berlin.id, customer_name: '日本電気株式会社' });
  plain = await make.lead(contoso.id, { location_id: berlin.id, customer_name: 'ÉCOLE Ünïcode' });
  await make.lead(contoso.id, {
    location_id: berlin.id,
    qualification: 'SalesQualified',
    customer_name: 'Analytical Sellers',
  });
  await make.lead(world.fabrikam.id, { customer_name: 'Analytical Foreigners' });
});

async function search(term: string, more = '', as = world.as.admin) {
  const path = `/api/v1/leads?search=${encodeURIComponent(term)}${more}`;
  const answer = await server.request('GET', path, { as });
  expect(answer.status, answer.text).toBe(200);
  return body(leadPage, answer);
}

const found = async (term: string, more?: string) => (await search(term, more)).items.map((item) => item.id);

describe('WS-5: search', () => {
  it.each([
    ['analytical', ['customer']],
    ['ENGINES', ['customer', 'email']],
    ['augusta', ['contact']],
    ['ada king-noel', ['contact', 'email']],
    ['king-noel', ['contact', 'email']],
    ['engine dinner analytical', ['customer', 'email', 'deal', 'notes']],
    ['weave augusta suite', ['contact', 'offer', 'notes']],
    ['ada.king@', ['email']],
    ['7946 0123', ['phone']],
    ['tel:+442079460123', ['phone']],
    ['+44 20 7946 0123 x12', ['phone']],
    ['mailto:ada.king@engines.test', ['email']],
    ['difference engine', ['customer', 'deal', 'email']],
    ['backup suite', ['offer']],
    ['babbage', ['notes']],
    ['algebraic', ['notes']],
  ])('WS-5 finds %j, and says where', async (term, places) => {
    const { items, total } = await search(term);
    expect(items.map((item) => item.id)).toEqual([lovelace]);
    expect(total).toBe(1);
    expect(items[0]?.foundIn?.toSorted()).toEqual(places.toSorted());
  });

  it('WS-5 without a term says nothing about places', async () => {
    const page = body(
      leadPage,
      await server.request('GET', '/api/v1/leads?search=%20', { as: world.as.admin }),
    );
    expect(page.total).toBe(4);
    expect(page.items.every((item) => item.foundIn === undefined)).toBe(true);
  });

  it('WS-5 takes three letters of any script, in capitals or not', async () => {
    expect(await found('日本')).toEqual([nippon]);
    expect(await found('日本電')).toEqual([nippon]);
    expect(await found('école')).toEqual([plain]);
    expect(await found('ÜNÏ')).toEqual([plain]);
    expect(await found('  école  ')).toEqual([plain]);
  });

  it('WS-5 finds by id, whole or from eight signs on, with hyphens or without', async () => {
    const pasted = [`{${percent}}`, `#${percent}`, `https://leads.test/leads/${percent}?tab=open`];
    const typed = [percent, percent.toUpperCase(), percent.replaceAll('-', ''), percent.slice(0, 30)];
    for (const term of pasted) expect(await found(term)).toEqual([percent]);
    for (const term of typed) {
      const { items } = await search(term);
      expect(items.map((item) => item.id)).toEqual([percent]);
      expect(items[0]?.foundIn).toEqual(['id']);
    }
    // The first eight characters are the time: everything created within that minute shares them.
    expect(await found(percent.slice(0, 8))).toContain(percent);
    expect(await found(percent.slice(1))).toEqual([]);
  });

  it('WS-5 wildcards, escapes and SQL in the term are only letters', async () => {
    expect(await found('50%_off')).toEqual([percent]);
    expect(await found('%_off')).toEqual([percent]);
    expect(await found('off \\ ltd')).toEqual([percent]);
    for (const term of ["x' or 'abc'='abc' --", '50%%%ltd', 'a%s xyz', '%off%ltd', "');--drop"])
      expect(await found(term), term).toEqual([]);
  });

  it.each(['%%%', '___', '\\\\\\', '***', '(?:)', '---', '🎉🎉🎉', 'ab', '日', 'я', '\u0301\u0301\u0301'])(
    'WS-5 refuses what has too little to look for: %j',
    async (term) => {
      const path = `/api/v1/leads?search=${encodeURIComponent(term)}`;
      const problem = problemOf(await server.request('GET', path, { as: world.as.admin }));
      expect(problem.issues).toMatchObject([{ path: 'query.search' }]);
      expect(problem.detail).toMatch(
        /three letters or digits, or two characters of Chinese, Japanese or Korean/,
      );
    },
  );

  it('WS-5 says that the id was found only when it was', async () => {
    const id = await world.lead({ message: 'Forwarded:\nabcdef01 see below' });
    const { items } = await search('abcdef01');
    expect(items.map((item) => item.foundIn)).toEqual([['notes']]);
    await server.database.ownerDb.deleteFrom('lead').where('id', '=', id).execute();
  });

  it('WS-5 words may stand in different fields, a word reaches across none', async () => {
    expect(await found('engines backup')).toEqual([lovelace]);
    expect(await found('enginesbackup')).toEqual([]);
    expect(await found('analytical nobody')).toEqual([]);
  });

  it('WS-5 goes together with tab, filters and counts', async () => {
    expect(await found('analytical')).toEqual([lovelace]);
    expect((await search('analytical', '&tab=qualified')).total).toBe(1);
    expect(await found('analytical', '&status=Received')).toEqual([]);
    expect(await found('analytical', '&status=Accepted&country=DE')).toEqual([lovelace]);
    const facets = body(
      leadFacets,
      await server.request('GET', '/api/v1/leads/facets?search=analytical', { as: world.as.admin }),
    );
    expect(facets.facets.customerName).toEqual([
      { value: 'Analytical Engines', label: 'Analytical Engines', count: 1 },
    ]);
    const exported = await server.request('GET', '/api/v1/leads/export?search=analytical', {
      as: world.as.admin,
    });
    expect(exported.headers.get('x-total-rows')).toBe('1');
  });

  it('DP-2 the same questions can be asked in a body, so that an address holds nothing of them', async () => {
    const term = 'Ada.King@Engines.test';
    const post = (path: string, body: object) =>
      server.request('POST', `/api/v1/leads/${path}`, { as: world.as.admin, body });
    const page = body(leadPage, await post('search', { search: term, limit: 5 }));
    expect(page.items.map((item) => item.id)).toEqual([lovelace]);
    expect(page).toEqual(await search(term, '&limit=5'));
    const counts = body(leadFacets, await post('facets', { search: term, facet: ['country'] }));
    expect(counts).toMatchObject({ total: 1, facets: { country: [{ value: 'DE', count: 1 }], status: [] } });
    expect((await post('export', { search: term })).headers.get('x-total-rows')).toBe('1');
    expect((await post(`${lovelace}/neighbors`, { search: term })).json).toEqual({
      previousId: null,
      nextId: null,
    });
    const phone = body(leadPage, await post('search', { search: '+44 20 7946 0123' }));
    expect(phone.total).toBe(1);
    const wrong = problemOf(await post('search', { search: 'ab', country: ['XX'] }));
    expect(wrong.issues?.map((issue) => issue.path).toSorted()).toEqual(['body.country[0]', 'body.search']);
    const logged = server.logged.join('\n').toLowerCase();
    for (const part of ['ada.king', 'engines.test', '79460123', '7946 0123'])
      expect(logged).not.toContain(part);
  });

  it('WS-5 pages like any list', async () => {
    const page = await search('example.test', '&limit=2');
    expect(page.total).toBe(3);
    const rest = await search('example.test', `&limit=2&cursor=${page.nextCursor}`);
    expect(rest.total).toBe(3);
    expect([...page.items, ...rest.items].map((item) => item.id).toSorted()).toEqual(
      [percent, nippon, plain].toSorted(),
    );
  });

  it('ID-2 finds only what the searcher may see', async () => {
    expect((await search('analytical', '', world.as.munichAdmin)).total).toBe(1);
    expect((await search('analytical', '', world.as.berlinAdmin)).total).toBe(0);
    expect((await search('analytical', '', world.as.user)).total).toBe(0);
    expect((await search(lovelace, '', world.as.berlinAdmin)).total).toBe(0);
    const foreign = await search('analytical', '', world.as.fabrikamAdmin);
    expect(foreign.items.map((item) => item.customerName)).toEqual(['Analytical Foreigners']);
    expect((await search(lovelace, '', world.as.fabrikamAdmin)).total).toBe(0);
  });
});
