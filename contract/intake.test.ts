import { describe, expect, it } from 'vitest';
import { contactForm, idempotencyKey, leadCreate, marketplaceLead } from './intake.ts';

const paths = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

const user = { FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@example.test', Country: 'gb' };

describe('marketplace payload', () => {
  it.each(['UserDetails', 'userDetails'])('IN-1 takes the spelling %s', (spelling) => {
    const parsed = marketplaceLead.parse({ [spelling]: user, ActionCode: 'PLT' });
    expect(parsed.UserDetails).toMatchObject({ FirstName: 'Ada', Email: 'ada@example.test', Country: 'GB' });
  });

  it('IN-1 of both spellings the documented one counts', () => {
    const parsed = marketplaceLead.parse({ UserDetails: user, userDetails: { FirstName: 'Eve' } });
    expect(parsed.UserDetails?.FirstName).toBe('Ada');
  });

  it.each([
    ['missing', {}],
    [
      'null',
      {
        FirstName: null,
        LastName: null,
        Email: null,
        Phone: null,
        Country: null,
        Company: null,
        Title: null,
      },
    ],
    ['empty', { FirstName: '', LastName: ' ', Email: '', Phone: '', Country: '', Company: '', Title: '' }],
  ])('IN-1 fields of the user may be %s', (_name, details) => {
    const parsed = marketplaceLead.parse({ UserDetails: details, OfferTitle: 'Backup' });
    expect(parsed.UserDetails).toEqual({
      FirstName: null,
      LastName: null,
      Email: null,
      Phone: null,
      Country: null,
      Company: null,
      Title: null,
    });
  });

  it.each([[{ OfferTitle: 'Backup' }], [{ Description: 'hello' }], [{ UserDetails: { Phone: '1' } }]])(
    'IN-1 %j says enough to be a lead',
    (payload) => {
      expect(marketplaceLead.parse(payload)).toMatchObject({ LeadSource: null, ActionCode: null });
    },
  );

  it.each([
    [{}],
    [{ UserDetails: null }],
    [{ UserDetails: {}, LeadSource: 'AppSource', ActionCode: 'PLT' }],
    [{ OfferTitle: ' ' }],
  ])('IN-4 %j says nothing about a lead', (payload) => {
    expect(marketplaceLead.safeParse(payload).error?.issues[0]?.message).toMatch(
      /^says nothing about a lead/,
    );
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [[user]], [true]])(
    'IN-4 %j is no payload',
    (payload) => {
      expect(marketplaceLead.safeParse(payload).success).toBe(false);
    },
  );

  it('passes over fields that it does not know, at both levels', () => {
    expect(
      marketplaceLead.safeParse({ UserDetails: { ...user, Shoe: 42 }, New: { deep: [1] } }).success,
    ).toBe(true);
  });

  it('IN-4 names every wrong field by its path', () => {
    const wrong = {
      UserDetails: { FirstName: 5, Email: 'x'.repeat(201), Country: 7, Phone: ['1'] },
      LeadSource: {},
      ActionCode: 'x'.repeat(51),
      Description: 'x'.repeat(5001),
    };
    expect(paths(marketplaceLead, wrong).sort()).toEqual([
      'ActionCode',
      'Description',
      'LeadSource',
      'UserDetails.Country',
      'UserDetails.Email',
      'UserDetails.FirstName',
      'UserDetails.Phone',
    ]);
  });

  it.each([
    ['pt', 'PT'],
    [' Portugal ', 'PT'],
    ['united states', 'US'],
    ['ZZ', null],
    ['Atlantis', null],
    ['', null],
  ])('IN-4 a country said as %j is kept as %j and never costs the lead', (said, kept) => {
    expect(
      marketplaceLead.parse({ UserDetails: { FirstName: 'Ada', Country: said } }).UserDetails?.Country,
    ).toBe(kept);
  });
});

describe('lead of the API', () => {
  const contact = { email: 'ada@example.test' };

  it('fills in what may be left out', () => {
    expect(leadCreate.parse({ contact })).toEqual({
      offerId: null,
      leadSource: null,
      customerName: null,
      country: null,
      contact: { firstName: null, lastName: null, title: null, email: 'ada@example.test', phone: null },
      message: null,
      contactAllowed: true,
      contactDirectly: false,
      isTest: false,
    });
  });

  it.each([[{}], [{ contact: {} }], [{ contact: { email: ' ', phone: '' } }], [{ contact: null }]])(
    'IN-4 %j has nobody who could be contacted',
    (payload) => {
      expect(leadCreate.safeParse(payload).success).toBe(false);
    },
  );

  it('IN-4 names every wrong field and every unknown one', () => {
    const wrong = {
      organizationId: 'x',
      locationId: 1,
      qualification: 'Hot',
      callToAction: 'Buy',
      country: 'XX',
      contact: { email: 'a', phone: 7, mobile: '1' },
      contactAllowed: 'yes',
      estimatedPurchaseDate: '2026-02-30',
      isTest: 1,
      priority: 'high',
    };
    expect(new Set(paths(leadCreate, wrong))).toEqual(
      new Set([
        '',
        'organizationId',
        'locationId',
        'qualification',
        'callToAction',
        'country',
        'contact',
        'contact.phone',
        'contactAllowed',
        'estimatedPurchaseDate',
        'isTest',
      ]),
    );
  });

  it.each([
    ['de', 'DE'],
    [' at ', undefined],
    ['', null],
    [null, null],
    [undefined, null],
    ['EU', undefined],
    ['d', undefined],
    ['ß', undefined],
  ])('country %j becomes %j (undefined: refused)', (country, expected) => {
    const parsed = leadCreate.safeParse({ contact, country });
    expect(parsed.success ? parsed.data.country : undefined).toBe(expected);
  });
});

describe('idempotency key', () => {
  it.each(['a', '!', '~', 'a'.repeat(255), '7b7c6a3e-51c1-4f1c-9f0e-0a6a3d1f0d11'])(
    'IN-3 takes %j',
    (key) => {
      expect(idempotencyKey.safeParse(key).success).toBe(true);
    },
  );

  it.each(['', ' ', 'a b', 'a\tb', 'a\u0007', 'é', '\u007f', 'a'.repeat(256)])('IN-4 refuses %j', (key) => {
    expect(idempotencyKey.safeParse(key).success).toBe(false);
  });
});

describe('public contact form', () => {
  const form = {
    firstName: 'Ada',
    lastName: 'Lovelace',
    email: 'ada@example.test',
    country: 'GB',
    consent: 'on',
    formKey: '7b7c6a3e-51c1-4f1c-9f0e-0a6a3d1f0d11',
  };

  it('IN-6 needs consent and a country', () => {
    expect(contactForm.safeParse(form).success).toBe(true);
    expect(paths(contactForm, { ...form, consent: undefined, country: '' })).toEqual(['country', 'consent']);
  });

  it('names every wrong field', () => {
    expect(paths(contactForm, { ...form, firstName: ' ', lastName: null, email: '', formKey: 'x' })).toEqual([
      'firstName',
      'lastName',
      'email',
      'formKey',
    ]);
  });
});
