import { describe, expect, it } from 'vitest';
import { leadFeatureNames, leadFeatures } from './feature-set.ts';
import { type IntakeFacts, ratingSnapshotSchema, snapshotFeatures } from './snapshot.ts';

const facts: IntakeFacts = {
  leadSource: 'AppSource',
  isKnownStorefront: true,
  leadType: 'Offer',
  callToAction: 'ContactMe',
  qualification: 'Direct',
  country: 'DE',
  receivedAt: new Date('2026-03-01T23:30:00Z'),
  companyName: 'Quagmire Holding GmbH',
  hasLastName: true,
  title: 'Geschäftsführerin Zebulonia',
  messageCharacters: 250,
  emailDomain: 'quagmire.example',
  emailDomainKind: 'company',
  emailValidity: 'Valid',
  phoneValidity: null,
  contactAllowed: true,
  isRepeat: false,
  isHot: true,
};

describe('LQ-3: the snapshot of a lead at intake', () => {
  const snapshot = snapshotFeatures(facts);

  it('holds what was known, in buckets, in UTC', () => {
    expect(snapshot).toMatchObject({
      version: 1,
      receivedHour: 23,
      receivedWeekday: 7,
      titleSeniority: 'executive',
      messageLength: 'long',
      domainFitsCompany: true,
      hasCompany: true,
      hot: true,
    });
    expect(ratingSnapshotSchema.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
  });

  it('holds no name, no address, no company and no title', () => {
    const kept = JSON.stringify(snapshot).toLowerCase();
    for (const secret of ['quagmire', 'zebulonia', 'geschäftsführer', '@', 'example']) {
      expect(kept).not.toContain(secret);
    }
  });

  it('LQ-3: what a lead is rated by is this list; nothing of it is a name, a gender or an age', () => {
    expect(leadFeatureNames.toSorted()).toEqual([
      'callToAction',
      'company',
      'contactAllowed',
      'country',
      'domainFitsCompany',
      'emailDomainKind',
      'emailValidity',
      'hot',
      'lastName',
      'leadSource',
      'leadType',
      'messageLength',
      'phoneValidity',
      'qualification',
      'receivedHours',
      'receivedWeekday',
      'repeatLead',
      'titleSeniority',
    ]);
    expect(leadFeatures.company(snapshot)).toBe('yes');
    expect(leadFeatures.lastName(snapshot)).toBe('yes');
  });

  it('a source that is no storefront of the installation is not kept: it may be anything', () => {
    const wild = snapshotFeatures({ ...facts, leadSource: 'call me: +49 1', isKnownStorefront: false });
    expect(wild.leadSource).toBe('other');
    expect(snapshotFeatures({ ...facts, leadSource: null, isKnownStorefront: false }).leadSource).toBeNull();
  });

  it('the domain of a free mail service is not compared with the company', () => {
    expect(snapshotFeatures({ ...facts, emailDomainKind: 'freemail' }).domainFitsCompany).toBeNull();
  });

  it.each([
    [0, 'none'],
    [1, 'short'],
    [39, 'short'],
    [40, 'medium'],
    [199, 'medium'],
    [200, 'long'],
    [999, 'long'],
    [1000, 'very-long'],
  ])('a message of %d characters is %s', (messageCharacters, length) => {
    expect(snapshotFeatures({ ...facts, messageCharacters }).messageLength).toBe(length);
  });

  it.each([
    ['2026-03-02T00:00:00Z', 1, '0'],
    ['2026-03-01T03:59:59Z', 7, '0'],
    ['2026-03-07T04:00:00Z', 6, '4'],
  ])('%s is weekday %d in the block from %s h', (at, weekday, block) => {
    const taken = snapshotFeatures({ ...facts, receivedAt: new Date(at) });
    expect(taken.receivedWeekday).toBe(weekday);
    expect(leadFeatures.receivedHours(taken)).toBe(block);
  });
});
