import { describe, expect, it } from 'vitest';
import type { OfferListing } from '../../../contract/offers/offers.ts';
import {
  changedListing,
  checkListing,
  emptyListing,
  isSameListing,
  keptListing,
  problemsOf,
  publishedListing,
  splitOfferId,
  tagsOf,
} from './offers.rules.ts';

const complete: OfferListing = {
  ...emptyListing,
  name: 'Backup',
  searchSummary: 'Backs up',
  description: 'All of it.',
  callToAction: 'FreeTrial',
  storefronts: ['AppSource'],
};
const pathsOf = (listing: OfferListing) =>
  problemsOf(listing).map(({ path }) => path.replace('body.listing.', ''));

describe('OF-4 what keeps a listing from being published', () => {
  it.each<[Partial<OfferListing>, string[]]>([
    [{}, []],
    [{ name: null, searchSummary: null }, ['name', 'searchSummary']],
    [{ description: null, callToAction: null }, ['description', 'callToAction']],
    [{ storefronts: [] }, ['storefronts']],
    [{ links: [{ title: 'x', url: '' }] }, ['links[0].url']],
    [{ links: [{ title: '', url: 'https://contoso.example' }] }, ['links[0].title']],
    [{ shortDescription: null, privacyLink: null, keywords: [] }, []],
    // From before there were limits.
    [{ name: 'Backup 🚀', links: [{ title: 'x', url: 'http://contoso.example' }] }, ['name', 'links[0].url']],
  ])('%j', (change, expected) => {
    expect(pathsOf({ ...complete, ...change })).toEqual(expected);
  });

  it('OF-3 a consulting service only lets customers ask to be contacted', () => {
    expect(pathsOf({ ...complete, serviceType: 'Workshop' })).toEqual(['callToAction']);
    expect(pathsOf({ ...complete, serviceType: 'Workshop', callToAction: 'ContactMe' })).toEqual([]);
  });
});

describe('OF-2 the listing that was published', () => {
  const columns = {
    title: 'Backup',
    summary: 'Backs up.',
    tags: ['a', 'b', 'c', 'd'],
    call_to_action: 'ContactMe' as const,
    location_id: 'munich',
    listing: {},
    support_contact: 'desk 7',
    storefronts: ['AppSource'],
    contacts: ['sales@contoso.example'],
  };
  const common = {
    name: 'Backup',
    callToAction: 'ContactMe',
    locationId: 'munich',
    supportContact: 'desk 7',
    storefronts: ['AppSource'],
    notificationContacts: ['sales@contoso.example'],
  };

  it('of an offer from before listings is what its columns say', () => {
    expect(publishedListing(columns)).toMatchObject({
      ...common,
      shortDescription: 'Backs up.',
      description: null,
      keywords: ['a', 'b', 'c'],
    });
    const long = 'x'.repeat(257);
    expect(publishedListing({ ...columns, summary: long })).toMatchObject({
      shortDescription: null,
      description: long,
    });
  });

  it('is what was kept, and nothing private is kept with it', () => {
    const kept = keptListing({
      ...complete,
      supportContact: 'desk 7',
      notificationContacts: ['a@b.example'],
    });
    expect(JSON.stringify(kept)).not.toMatch(/desk 7|a@b/);
    expect(publishedListing({ ...columns, listing: kept })).toEqual({
      ...complete,
      ...common,
      shortDescription: null,
    });
  });

  it('changes only where a change names something', () => {
    const changed = changedListing(complete, { name: 'Other', searchSummary: undefined, keywords: ['x'] });
    expect(changed).toEqual({ ...complete, name: 'Other', keywords: ['x'] });
    expect([isSameListing(changed, complete), isSameListing({ ...complete }, complete)]).toEqual([
      false,
      true,
    ]);
  });

  it('is compared with other partners’ by its keywords and categories, each once', () => {
    const categories = [{ name: 'Cloud', subcategories: ['Backup'] }];
    expect(tagsOf({ ...complete, keywords: ['backup', 'Tape'], categories })).toEqual([
      'Backup',
      'Tape',
      'Cloud',
    ]);
  });
});

describe('VO-1 values of vocabularies', () => {
  const value = (code: string, more: object = {}) => ({
    ...{ code, key: code.replaceAll(' ', '').toLowerCase(), labels: { en: code }, ownLabels: {} },
    ...{ isOffered: true, parentKey: null, retiredBy: null, replacedBy: null, ...more },
  });
  const known = {
    industries: [value('Retail Trade'), value('Old', { retiredBy: 'operator' })],
    verticals: [value('Food', { parentKey: 'retailtrade' }), value('Banks', { parentKey: 'finance' })],
    serviceTypes: [value('Workshop')],
    storefronts: ['AppSource'],
    locations: ['munich'],
  };

  it.each<[Partial<OfferListing>, string[]]>([
    [{ industries: [{ code: 'retailtrade', verticals: ['food'] }] }, []],
    [
      { industries: [{ code: 'Retail Trade', verticals: ['Banks', 'None'] }] },
      ['industries[0].verticals[0]', 'industries[0].verticals[1]'],
    ],
    [{ industries: [{ code: 'Old', verticals: [] }] }, ['industries[0].code']],
    [
      { serviceType: 'Lecture', locationId: 'berlin', storefronts: ['None'] },
      ['serviceType', 'storefronts[0]', 'locationId'],
    ],
  ])('%j', (change, expected) => {
    const { wrong } = checkListing({ ...emptyListing, ...change }, emptyListing, known);
    expect(wrong.map(({ path }) => path.replace('body.listing.', ''))).toEqual(expected);
  });

  it('a retired one stays where it was', () => {
    const before = { ...emptyListing, industries: [{ code: 'Old', verticals: [] }] };
    expect(checkListing(before, before, known).wrong).toEqual([]);
  });
});

describe('OF-1 the id of an offer', () => {
  it.each([
    ['Contoso.Backup', { publisherId: 'contoso', offerKey: 'backup' }],
    ['contoso.a.b', { publisherId: 'contoso', offerKey: 'a.b' }],
    ['contoso', undefined],
    ['.x', undefined],
    ['x.', undefined],
    ['x.\0', undefined],
    ['x.\ud83d', undefined],
  ])('%j', (id, expected) => {
    expect(splitOfferId(id)).toEqual(expected);
  });
});
