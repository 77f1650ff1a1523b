import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { leadFacets, leadPage } from '../../../../contract/leads/lead-list.ts';
import { body, type Caller, problemOf, testNow } from '../../../../test/server.ts';
import { hour, type Row, useEveryField } from './every-field.fixture.ts';

const { server, world, everything, list, facetsOf, expectExactly, isHot } = useEveryField();

describe('WS-3: amounts', () => {
  it('WS-3 dealValue compares by what values are worth in US dollars, whatever their currency', async () => {
    const { rows } = await server.database.ownerPool.query<{ currency: string; per_usd: string }>(
      'select currency, per_usd from currency_rate',
    );
    const rates = new Map(rows.map(({ currency, per_usd }) => [currency, Number(per_usd)]));
    const worth = ({ EstimatedValue: value = '', EstimatedValueCurrency: currency = '' }: Row) =>
      value === '' ? Number.NaN : Number(value) / (rates.get(currency) ?? Number.NaN);
    const currencies = (isRight: (row: Row) => boolean) =>
      new Set(everything.filter(isRight).map((row) => row.EstimatedValueCurrency));
    for (const [query, isRight] of [
      ['dealValueFrom=1.5', (row) => worth(row) >= 1.5],
      ['dealValueTo=2.60', (row) => worth(row) <= 2.6],
      ['dealValueFrom=0.5&dealValueTo=3', (row) => worth(row) >= 0.5 && worth(row) <= 3],
      [
        'dealValueFrom=1&leadType=Offer&hot=false',
        (row) => worth(row) >= 1 && row.LeadType === 'Offer' && !isHot(row),
      ],
    ] satisfies [string, (row: Row) => boolean][]) {
      expect(currencies(isRight).size, query).toBe(3);
      await expectExactly(query, isRight);
      const byValue = (await list(`${query}&sort=-dealValue`)).items.map((item) => item.id);
      expect(byValue.toSorted()).toEqual(
        everything
          .filter(isRight)
          .map((row) => row.LeadId)
          .toSorted(),
      );
    }
    expect((await list('dealValueFrom=10000000000000')).total).toBe(0);
  });

  it('WS-1, WS-3 dealValue narrows favorites of both tabs, too', async () => {
    const [lead] = (await list('dealValueFrom=3&sort=-dealValue')).items;
    const path = `/api/v1/leads/${lead?.id}/favorite`;
    await server.request('PUT', path, { as: world.as.admin });
    expect((await list('tab=favorites&dealValueFrom=3')).items.map((item) => item.id)).toEqual([lead?.id]);
    expect((await list('tab=favorites&dealValueFrom=3&sort=dealValue')).total).toBe(1);
    expect((await list('tab=favorites&dealValueFrom=1000')).total).toBe(0);
    await server.request('DELETE', path, { as: world.as.admin });
  });

  it('WS-3 dealValue needs no rows that are still being prepared', async () => {
    const { ownerPool } = server.database;
    const query = 'dealValueFrom=1.5&dealValueTo=300';
    const before = await list(query);
    const ids = before.items.map((item) => item.id);
    await ownerPool.query('delete from lead_lookup where lead_id = any($1)', [ids.slice(0, 3)]);
    await ownerPool.query(`insert into lead_lookup_task (organization_id, kind) values ($1, 'fill')`, [
      world.contoso.id,
    ]);
    const meanwhile = await list(query);
    expect(meanwhile.items.map((item) => item.id)).toEqual(ids);
    expect(meanwhile.total).toBe(before.total);
    expect((await list(`${query}&sort=dealValue`)).total).toBe(before.total);
    await ownerPool.query(`delete from lead_lookup_task`);
    await ownerPool.query(
      'insert into lead_lookup select (lead_lookup_of(lead)).* from lead where id = any($1)',
      [ids.slice(0, 3)],
    );
    expect((await list(query)).items.map((item) => item.id)).toEqual(ids);
  });
});

describe('WS-10: days without a time', () => {
  it('WS-10, WS-3 the day of a purchase is the same in every time zone', async () => {
    const day = '2029-12-31';
    const id = await server.make.lead(world.fabrikam.id, {
      status: 'Accepted',
      estimated_purchase_date: day,
    });
    const path = `/api/v1/leads?estimatedPurchaseFrom=${day}&estimatedPurchaseTo=${day}`;
    for (const time_zone of ['Pacific/Kiritimati', 'Pacific/Honolulu']) {
      await server.database.ownerDb
        .updateTable('person')
        .set({ time_zone })
        .where('id', '=', world.people.fabrikamAdmin.id)
        .execute();
      const { items } = body(leadPage, await server.request('GET', path, { as: world.as.fabrikamAdmin }));
      expect(
        items.map((item) => item.id),
        time_zone,
      ).toEqual([id]);
    }
  });
});

describe('LC-4, LC-5: the clock', () => {
  it('LC-4, LC-5, WS-3 a lead that has expired waits for no answer, whatever its row says', async () => {
    const hot_until = new Date(testNow.getTime() + 5 * hour);
    const made = (minutes: number) =>
      server.make.lead(world.fabrikam.id, {
        hot_until,
        expires_at: new Date(testNow.getTime() + minutes * 60_000),
      });
    const [, waiting] = [await made(0), await made(1)];
    const found = async (query: string) => {
      const answer = await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.fabrikamAdmin });
      return body(leadPage, answer).items.map((item) => item.id);
    };
    for (const query of ['withoutAnswer=true', 'hot=true', 'expiresWithinHours=1', 'status=Received'])
      expect(await found(query), query).toEqual([waiting]);
    for (const query of ['withoutAnswer=false', 'hot=false', 'status=Expired'])
      expect(await found(query), query).not.toContain(waiting);
  });
});

describe('WS-3: references', () => {
  it('WS-3 have a name where they were chosen, although no lead has them under the other filters', async () => {
    const { munich } = world;
    const { facets } = await facetsOf(`location=${munich.id}&customerName=nobody`);
    expect(facets.location).toEqual([{ value: munich.id, label: 'Munich', count: 0 }]);
  });

  it('WS-3 are counted for who asks for them', async () => {
    const { facets } = await facetsOf('', []);
    for (const name of ['location', 'offer', 'campaign'] as const) expect(facets[name]).toEqual([]);
  });

  it('WS-3 an offer is called by the title that leads have, or by its code', async () => {
    const { facets } = await facetsOf('offer=contoso.mail&offer=unheard.of&customerName=nobody');
    expect(facets.offer).toEqual([
      { value: 'contoso.mail', label: 'Mail', count: 0 },
      { value: 'unheard.of', label: 'unheard.of', count: 0 },
    ]);
  });

  it('ID-2, WS-3 nobody learns of offers and campaigns of leads that they may not see', async () => {
    const { make } = server;
    const { contoso, fabrikam, munich, berlin } = world;
    await make.lead(fabrikam.id, {
      offer_name: 'fabrikam.secret',
      offer_title: 'Secret',
      campaign_id: 'Hush',
    });
    const at = (location_id: string, name: string) =>
      make.lead(contoso.id, {
        location_id,
        qualification: 'SalesQualified',
        offer_name: `contoso.${name}`,
        offer_title: `Only ${name}`,
        campaign_id: name,
      });
    await at(munich.id, 'munich');
    await at(berlin.id, 'berlin');
    const seenBy = async (as: Caller) => {
      const chosen = 'offer=fabrikam.secret&offer=contoso.munich&offer=contoso.berlin';
      const path = '/api/v1/leads/facets?tab=qualified&facet=offer&facet=campaign';
      const { facets } = body(leadFacets, await server.request('GET', path, { as }));
      const named = body(leadFacets, await server.request('GET', `${path}&search=nothing&${chosen}`, { as }));
      return {
        offers: facets.offer.map(({ value }) => value),
        campaigns: facets.campaign.map(({ value }) => value),
        titles: named.facets.offer.map(({ label }) => label).toSorted(),
      };
    };
    expect(await seenBy(world.as.munichAdmin)).toEqual({
      offers: ['contoso.munich'],
      campaigns: ['munich'],
      titles: ['Only munich', 'contoso.berlin', 'fabrikam.secret'],
    });
    expect(await seenBy(world.as.berlinAdmin)).toMatchObject({
      offers: ['contoso.berlin'],
      campaigns: ['berlin'],
    });
    expect(await seenBy(world.as.munichUser)).toMatchObject({ offers: [], campaigns: [] });
    expect(await seenBy(world.as.admin)).toMatchObject({
      offers: ['contoso.berlin', 'contoso.munich'],
      titles: ['Only berlin', 'Only munich', 'fabrikam.secret'],
    });
    const theirs = { as: world.as.munichAdmin };
    const found = await server.request('GET', '/api/v1/leads?tab=qualified&offer=contoso.berlin', theirs);
    expect(body(leadPage, found).total).toBe(0);
  });
});

describe('WS-3: referral programs', () => {
  it('WS-3, EX-1 are alternatives, counted where qualified leads are, and the file names them', async () => {
    const { make } = server;
    const of = (referral_program: string | null, country: string, organizationId = world.fabrikam.id) =>
      make.lead(organizationId, { qualification: 'SalesQualified', referral_program, country });
    const coSell = [await of('Co-sell', 'DE'), await of('Co-sell', 'FR')];
    const rewards = await of('Referral rewards', 'DE');
    const [none, foreign] = [await of(null, 'DE'), await of('Hush', 'DE', world.contoso.id)];
    const own = new Set([...coSell, rewards, none, foreign]);
    const as = world.as.fabrikamAdmin;
    const get = async (path: string) => server.request('GET', `/api/v1/leads${path}`, { as });
    const found = async (query: string) =>
      body(leadPage, await get(`?${query}`)).items.filter(({ id }) => own.has(id));
    const ids = async (query: string) => (await found(query)).map(({ id }) => id).toSorted();
    const counts = async (query: string) =>
      body(leadFacets, await get(`/facets?facet=referralProgram&${query}`)).facets.referralProgram;
    const two = 'referralProgram=Co-sell&referralProgram=Referral%20rewards';
    expect(await ids('tab=qualified&referralProgram=Co-sell')).toEqual(coSell.toSorted());
    expect(await ids(`tab=qualified&${two}`)).toEqual([...coSell, rewards].toSorted());
    expect(await ids(`tab=qualified&country=DE&${two}`)).toEqual([coSell[0], rewards].toSorted());
    expect((await found('tab=qualified&referralProgram=Referral%20rewards'))[0]).toMatchObject({
      referralProgram: 'Referral rewards',
    });
    expect(await counts('tab=qualified')).toEqual([
      { value: 'Co-sell', label: 'Co-sell', count: 2 },
      { value: 'Referral rewards', label: 'Referral rewards', count: 1 },
    ]);
    expect(await counts('tab=qualified&country=FR&referralProgram=Referral%20rewards')).toEqual([
      { value: 'Co-sell', label: 'Co-sell', count: 1 },
    ]);
    expect(await ids(`tab=marketplace&${two}`)).toEqual([]);
    expect(await counts('tab=marketplace')).toEqual([]);
    const file = (await get(`/export?tab=qualified&${two}&sort=createdAt`)).text;
    const rows: Row[] = parse(file, { bom: true, columns: true });
    expect(rows.map((row) => row.ReferralProgram).toSorted()).toEqual([
      'Co-sell',
      'Co-sell',
      'Referral rewards',
    ]);
  });
});

describe('WS-3: bad input', () => {
  it.each([
    ['createdFrom=2026-02-30', ['query.createdFrom']],
    ['createdTo=yesterday', ['query.createdTo']],
    ['createdFrom=today-10000', ['query.createdFrom']],
    ['createdFrom=today&createdTo=today-1', ['query.createdTo']],
    ['createdFrom=2026-01-01&createdFrom=2026-01-02', ['query.createdFrom']],
    ['receivedFrom=2026-01-01', ['query.receivedFrom']],
    ['createdFrom=2026-01-02&createdTo=2026-01-01', ['query.createdTo']],
    ['dealValueFrom=1500&dealValueTo=900', ['query.dealValueTo']],
    ['dealValueFrom=-1&dealValueTo=NaN', ['query.dealValueFrom', 'query.dealValueTo']],
    ['dealValueFrom=1e3&dealValueTo=1%2C500', ['query.dealValueFrom', 'query.dealValueTo']],
    ['dealValueFrom=1.005&dealValueTo=10000000000000.01', ['query.dealValueFrom', 'query.dealValueTo']],
    ['dealValueTo=1&dealValueTo=2', ['query.dealValueTo']],
    ['expiresWithinHours=0', ['query.expiresWithinHours']],
    ['expiresWithinHours=2161', ['query.expiresWithinHours']],
    ['expiresWithinHours=1.5', ['query.expiresWithinHours']],
    ['expiresWithinHours=24&expiresWithinHours=48', ['query.expiresWithinHours']],
    ['hot=1&withoutAnswer=', ['query.hot', 'query.withoutAnswer']],
    [`offer=${'x'.repeat(201)}&status=Informed`, ['query.offer', 'query.status']],
    ['campaign=a%00b', ['query.campaign']],
    [`referralProgram=${'x'.repeat(101)}`, ['query.referralProgram']],
    ['test=maybe&location=Munich', ['query.location', 'query.test']],
  ])('WS-3 400 names everything that is wrong: %s', async (query, paths) => {
    const problem = problemOf(await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.admin }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid-request' });
    expect(problem.issues?.map((issue) => issue.path).toSorted()).toEqual(paths);
  });

  it('WS-3 a body has numbers as numbers, and they are checked alike', async () => {
    const search = (asked: object) =>
      server.request('POST', '/api/v1/leads/search', { as: world.as.admin, body: asked });
    const answer = await search({ dealValueFrom: 1.5, expiresWithinHours: 2160 });
    expect(body(leadPage, answer).total).toBe(
      (await list('dealValueFrom=1.50&expiresWithinHours=2160')).total,
    );
    const odd = problemOf(await search({ dealValueFrom: 1.005, dealValueTo: -1, expiresWithinHours: 1.5 }));
    expect(odd.issues?.map((issue) => issue.path).toSorted()).toEqual([
      'body.dealValueFrom',
      'body.dealValueTo',
      'body.expiresWithinHours',
    ]);
  });

  it('WS-3 the outermost days are days, and a body says yes without quotes', async () => {
    const asked = { createdFrom: '0001-01-01', createdTo: '9999-12-31', test: true, location: [] };
    const answer = await server.request('POST', '/api/v1/leads/search', { as: world.as.admin, body: asked });
    expect(body(leadPage, answer).total).toBe(everything.filter((row) => row.Test === 'true').length);
  });
});

describe('WS-3: days that move with the calendar', () => {
  it('WS-3, WS-10 today is the day of whoever asks, in the list and in a search', async () => {
    const { fabrikam, people } = world;
    const made = (hours: number) =>
      server.make.lead(fabrikam.id, { received_at: new Date(testNow.getTime() - hours * hour) });
    const [now, dayAgo, weekAgo] = [await made(0), await made(24), await made(7 * 24)];
    const own = new Set([now, dayAgo, weekAgo]);
    const found = async (query: string) => {
      const answer = await server.request('GET', `/api/v1/leads?${query}`, { as: world.as.fabrikamAdmin });
      return body(leadPage, answer).items.flatMap(({ id }) => (own.has(id) ? [id] : []));
    };
    for (const time_zone of ['Pacific/Kiritimati', 'Europe/Berlin', 'Pacific/Honolulu']) {
      await server.database.ownerDb
        .updateTable('person')
        .set({ time_zone })
        .where('id', '=', people.fabrikamAdmin.id)
        .execute();
      expect(await found('createdFrom=today&createdTo=today'), time_zone).toEqual([now]);
      expect(await found('createdFrom=today-1&createdTo=today-1'), time_zone).toEqual([dayAgo]);
      expect(await found('createdFrom=today-6&createdTo=today'), time_zone).toEqual([now, dayAgo]);
      expect(await found('createdTo=today-7'), time_zone).toEqual([weekAgo]);
      expect(await found('createdFrom=today%2B1'), time_zone).toEqual([]);
      expect(await found('createdFrom=today-7&createdTo=today+1'), time_zone).toEqual([now, dayAgo, weekAgo]);
    }
    server.clock.set(new Date(testNow.getTime() + 24 * hour));
    expect(await found('createdFrom=today-1&createdTo=today-1')).toEqual([now]);
  });
});
