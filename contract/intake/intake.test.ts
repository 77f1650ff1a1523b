import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contactForm, idempotencyKey, leadCreate, marketplaceLead } from './intake.ts';

const paths = (
  schema: { safeParse(value: unknown): { error?: { issues: { path: PropertyKey[] }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('marketplace payload', () => {
  it.each([[{}], [{ UserDetails: 7 }], [null], ['text'], [[]]])(
    'IN-4 the contract refuses nothing, not even %j: what is there is for the reader to see',
    (payload) => {
      expect(marketplaceLead.parse(payload)).toEqual(payload);
    },
  );

  it('IN-1 tells programs the documented fields', () => {
    const { properties } = z.toJSONSchema(marketplaceLead);
    expect(Object.keys(properties ?? {})).toEqual([
      'UserDetails',
      'LeadSource',
      'ActionCode',
      'OfferTitle',
      'Description',
    ]);
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
    const wrong = { firstName: 'a'.repeat(201), lastName: 5, email: 'a'.repeat(201), formKey: 'x' };
    expect(paths(contactForm, { ...form, ...wrong })).toEqual(['firstName', 'lastName', 'email', 'formKey']);
  });
});
