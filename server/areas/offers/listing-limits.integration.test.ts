import { describe, expect, it } from 'vitest';
import { offer } from '../../../contract/offers/offers.ts';
import { body } from '../../../test/server.ts';
import { complete, pathsOf, useOffers } from './offers.fixture.ts';

const { server, world, send, read, begin } = useOffers();

describe('OF-2 each wrong field is named', () => {
  it.each([
    ['name', 'x'.repeat(201)],
    ['name', 'Backup 🚀'],
    ['name', 'Back\u0007up'],
    ['name', 'Back\nup'],
    ['searchSummary', 'x'.repeat(101)],
    ['searchSummary', '\u202eabc'],
    ['shortDescription', 'x'.repeat(257)],
    ['description', 'x'.repeat(5001)],
    ['description', '<script>alert(1)</script>'],
    ['keywords', ['a', 'b', 'c', 'd']],
    ['keywords', ['a', 'A']],
    ['keywords[1]', ['a', '']],
    ['categories', [1, 2, 3].map((n) => ({ name: `c${n}`, subcategories: [] }))],
    ['categories[0].subcategories', [{ name: 'c', subcategories: ['1', '2', '3'] }]],
    ['industries', ['Energy', 'Automotive', 'Education'].map((code) => ({ code, verticals: [] }))],
    ['industries[0].code', [{ code: 'Alchemy', verticals: [] }]],
    ['industries[0].verticals[0]', [{ code: 'Energy', verticals: ['Banking'] }]],
    ['links', Array.from({ length: 11 }, () => ({ title: 'x', url: 'https://contoso.example' }))],
    ['links[0].title', [{ title: 'x'.repeat(256), url: 'https://contoso.example' }]],
    ['links[0].url', [{ title: 'x', url: 'javascript:alert(1)' }]],
    ['links[0].url', [{ title: 'x', url: 'https://127.0.0.1' }]],
    ['privacyLink', 'http://contoso.example'],
    ['supportLink', 'https://user@contoso.example'],
    ['supportContact', 'x'.repeat(201)],
    ['callToAction', 'BuyNow'],
    ['serviceType', 'Lecture'],
    ['storefronts[0]', ['Nowhere']],
    ['notificationContacts[1]', ['sales@contoso.example', 'nobody']],
    ['notificationContacts', Array.from({ length: 11 }, (_, n) => `n${n}@contoso.example`)],
    ['locationId', 'foreign'],
  ])('%s (%#)', async (field, value) => {
    const made = await begin({});
    const [name = ''] = field.split(/\W/);
    const listing = { [name]: value === 'foreign' ? world.fabrikam.location.id : value };
    const answer = await send('PATCH', `/${made.id}`, { listing });
    expect([answer.status, pathsOf(answer)]).toEqual([400, [`body.listing.${field}`]]);
    expect(await read(made.id)).toEqual(made);
  });

  it('takes everything at its limit, and codes whatever their case', async () => {
    const listing = {
      ...{ name: '©'.repeat(200), searchSummary: 'x'.repeat(100), shortDescription: 'x'.repeat(256) },
      description: '😀'.repeat(5000),
      keywords: ['a', 'b', 'c'],
      categories: [1, 2].map((n) => ({ name: `c${n}`, subcategories: ['1', '2'] })),
      industries: [
        { code: 'financial services', verticals: ['banking', 'Insurance'] },
        { code: 'Energy', verticals: [] },
      ],
      links: Array.from({ length: 10 }, (_, n) => ({
        title: 'x'.repeat(255),
        url: `https://contoso.example/${n}`,
      })),
      ...{ callToAction: 'ContactMe', serviceType: 'workshop', storefronts: ['appsource', 'AZUREPORTAL'] },
      notificationContacts: Array.from({ length: 10 }, (_, n) => `n${n}@contoso.example`),
      locationId: world.munich.id,
    };
    const made = await begin(listing);
    expect(made.problems).toEqual([]);
    expect(made.listing).toMatchObject({
      industries: [
        { code: 'Financial Services', verticals: ['Banking', 'Insurance'] },
        { code: 'Energy', verticals: [] },
      ],
      serviceType: 'Workshop',
      storefronts: ['AppSource', 'AzurePortal'],
    });
  });

  it('VO-1 a retired value stays where it is, but can’t be chosen again', async () => {
    const made = await begin({ ...complete, serviceType: 'Briefing' });
    await server.database.ownerDb
      .updateTable('vocabulary_value')
      .set({ retired_by: 'operator' })
      .where('vocabulary', '=', 'consultingServiceTypes')
      .where('code', '=', 'Briefing')
      .execute();
    const kept = await send('PATCH', `/${made.id}`, { listing: { name: 'Other', serviceType: 'Briefing' } });
    expect(body(offer, kept)).toMatchObject({ problems: [], listing: { serviceType: 'Briefing' } });
    const anew = await send('PATCH', `/${(await begin()).id}`, { listing: { serviceType: 'Briefing' } });
    expect([anew.status, pathsOf(anew)]).toEqual([400, ['body.listing.serviceType']]);
  });
});
