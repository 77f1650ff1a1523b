import { describe, expect, it } from 'vitest';
import {
  actionOf,
  callToActionOf,
  campaignIn,
  isTestLead,
  parseLeadSource,
  splitOfferName,
} from './marketplace.rules.ts';
import { readMarketplaceLead } from './marketplace-reader.ts';

const guidOffer = 'fabrikam.3701c77e-1cfa-4c56-91e6-3ed0b6221450';

describe('lead source', () => {
  it.each([
    ['AzureMarketplace', 'AzureMarketplace'],
    ['AzurePortal', 'AzurePortal'],
    ['AppSource (SPZA)', 'AppSource'],
    ['AppSource', 'AppSource'],
    ['SPZA', 'AppSource'],
    ['spza', 'AppSource'],
    ['azuremarketplace', 'AzureMarketplace'],
    [' AppSource ', 'AppSource'],
  ])('IN-1 %j is the storefront %s', (source, storefront) => {
    expect(parseLeadSource(source)).toEqual({ storefront, action: null, offerName: null });
  });

  it.each([
    ['AppSource-PLT|contoso.backup-suite', 'AppSource', 'PLT', 'contoso.backup-suite'],
    ['SPZA-DNC|Contoso.Backup-Suite', 'AppSource', 'DNC', 'contoso.backup-suite'],
    ['AzureMarketplace-INS|contoso.a.b.c', 'AzureMarketplace', 'INS', 'contoso.a.b.c'],
    ['AzurePortal-Create|contoso.backup', 'AzurePortal', 'Create', 'contoso.backup'],
    [
      'AzureMarketplace-StartTestDrive|contoso.backup',
      'AzureMarketplace',
      'StartTestDrive',
      'contoso.backup',
    ],
    ['AppSource (SPZA)-INS|contoso.backup', 'AppSource', 'INS', 'contoso.backup'],
    [`AppSource-PLT|${guidOffer.toUpperCase()}`, 'AppSource', 'PLT', guidOffer],
    [' AppSource - PLT | contoso.backup ', 'AppSource', 'PLT', 'contoso.backup'],
    ['AppSource-PLT', 'AppSource', 'PLT', null],
    ['AppSource-PLT|', 'AppSource', 'PLT', null],
    ['AppSource|contoso.backup', 'AppSource', null, 'contoso.backup'],
    ['|contoso.backup', null, null, 'contoso.backup'],
    ['AppSource-New|contoso.backup', 'AppSource', 'New', 'contoso.backup'],
  ])('IN-1 takes %j apart', (source, storefront, action, offerName) => {
    expect(parseLeadSource(source)).toEqual({ storefront, action, offerName });
  });

  it('keeps a storefront that it does not know as it was written', () => {
    expect(parseLeadSource('Partner-Portal')).toEqual({
      storefront: 'Partner-Portal',
      action: null,
      offerName: null,
    });
    expect(parseLeadSource('x'.repeat(500)).storefront).toBe('x'.repeat(50));
    expect(parseLeadSource(`${'x'.repeat(49)}😀`).storefront?.isWellFormed()).toBe(true);
  });

  it.each([null, '', '-', '|', '-|', '||', '-PLT'])('%j never throws', (source) => {
    expect(parseLeadSource(source)).toBeDefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'Shop-constructor'])(
    '%j is no storefront of ours',
    (source) => {
      const { storefront } = parseLeadSource(source);
      expect(storefront).toBe(source);
    },
  );
});

describe('offer name', () => {
  it.each([
    ['contoso.backup-suite', 'contoso', 'backup-suite'],
    [guidOffer, 'fabrikam', '3701c77e-1cfa-4c56-91e6-3ed0b6221450'],
    ['contoso.a.b', 'contoso', 'a.b'],
  ])('%s has a publisher and an offer', (name, publisherId, offerKey) => {
    expect(splitOfferName(name)).toEqual({ publisherId, offerKey });
  });

  it.each(['contoso', '.backup', 'contoso.', '.', ''])('%j is none', (name) => {
    expect(splitOfferName(name)).toBeUndefined();
  });
});

describe('action codes', () => {
  it.each([
    ['INS', 'ContactMe', 'GetItNow', true],
    ['INS', 'GetItNow', 'GetItNow', true],
    ['INS', 'FreeTrial', 'FreeTrial', true],
    ['INS', undefined, 'GetItNow', true],
    ['PLT', 'FreeTrial', 'ContactMe', true],
    ['plt', undefined, 'ContactMe', true],
    [' PLT ', undefined, 'ContactMe', true],
    ['DNC', 'ContactMe', null, false],
    ['dnc', undefined, null, false],
    ['Create', 'FreeTrial', 'GetItNow', true],
    ['StartTestDrive', undefined, 'TestDrive', true],
    ['starttestdrive', 'ContactMe', 'TestDrive', true],
  ] as const)('IN-1 %j at an offer with %s means %s', (code, offered, callToAction, contactAllowed) => {
    const action = actionOf(code);
    expect(action?.contactAllowed).toBe(contactAllowed);
    expect(callToActionOf(action, offered)).toBe(callToAction);
  });

  it.each([null, '', 'NEW', 'constructor', '__proto__', 'toString'])(
    'IN-1 %j is no action that we know: the offer’s own counts',
    (code) => {
      expect(actionOf(code)).toBeUndefined();
      expect(callToActionOf(actionOf(code), 'TestDrive')).toBe('TestDrive');
      expect(callToActionOf(actionOf(code), undefined)).toBeNull();
    },
  );
});

describe('test marks', () => {
  const lead = (payload: Record<string, unknown>) =>
    readMarketplaceLead({ payload, written: '', encodingGuessed: false });

  it.each([
    [{ UserDetails: { FirstName: 'MSFT_TEST_20231005' } }],
    [{ UserDetails: { LastName: 'MSFT_TEST_1' } }],
    [{ UserDetails: { Email: 'MSFT_TEST_636573304831318844@test.com' } }],
    [{ UserDetails: { Company: ' MSFT_TEST_9 ' } }],
    [{ userDetails: { Title: 'MSFT_TEST_9' } }],
    [{ OfferTitle: 'MSFT_TEST_9' }],
    [{ Description: 'msft_test_9' }],
  ])('IN-8 %j is a test', (payload) => {
    expect(isTestLead(lead(payload))).toBe(true);
  });

  it.each([
    [{ UserDetails: { FirstName: 'MSFT_TEST_' } }],
    [{ UserDetails: { Email: 'MSFT_TEST_9@test.community' } }],
    [{ UserDetails: { Email: 'ada@test.com' } }],
    [{ Description: 'What does MSFT_TEST_9 mean?' }],
    [{ OfferTitle: 'Test' }],
  ])('IN-8 %j is none', (payload) => {
    expect(isTestLead(lead(payload))).toBe(false);
  });
});

describe('OF-6 the campaign that a description begins with', () => {
  it.each([
    ['Campaigns: spring_26', 'spring_26'],
    ['campaigns:A-1, B-2\nPlease call', 'A-1'],
    [`Campaigns: ${'x'.repeat(17)}`, null],
    ['Campaigns: ', null],
    ['We saw Campaigns: spring', null],
    [null, null],
  ])('%j', (description, campaign) => {
    expect(campaignIn(description)).toBe(campaign);
  });
});
