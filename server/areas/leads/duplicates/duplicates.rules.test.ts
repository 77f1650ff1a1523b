import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DuplicateLevel, DuplicateReasonCode } from '../../../../contract/leads/duplicates.ts';
import { companyNameOf } from './company-names.rules.ts';
import { comparePair, type LeadTraits, type Sharing } from './duplicates.rules.ts';
import { personNameOf } from './person-names.rules.ts';

const nobody: LeadTraits = {
  email: null,
  companyDomain: null,
  phone: null,
  name: personNameOf(null, null),
  company: [],
  country: null,
  offer: null,
};
const alone: Sharing = { emailPeople: 1, phonePeople: 1 };
const crowd: Sharing = { emailPeople: 3, phonePeople: 3 };

const anna = { name: personNameOf('Anna', 'Schmidt') };
const ben = { name: personNameOf('Ben', 'Okafor') };
const benSchmidt = { name: personNameOf('Ben', 'Schmidt') };
const mail = { email: { key: 'anna@contoso.com', personal: true } };
const freemail = { email: { key: 'anna@gmail.com', personal: true } };
const role = { email: { key: 'info@contoso.com', personal: false } };
const domain = { companyDomain: 'contoso.com' };
const contoso = { company: companyNameOf('Contoso GmbH').words };
const contosol = { company: companyNameOf('Contosol AG').words };
const northwind = { company: companyNameOf('Northwind').words };
const northwindTraders = { company: companyNameOf('Northwind Traders').words };
const phone = (line: 'mobile' | 'fixed' | 'either', extension: string | null = null) => ({
  phone: { key: '+4930901820', extension, line },
});
const offer = { offer: 'publisher.offer' };

type Case = [
  what: string,
  left: Partial<LeadTraits>,
  right: Partial<LeadTraits>,
  sharing: Sharing,
  level: DuplicateLevel | null,
  codes: DuplicateReasonCode[],
];

const cases: Case[] = [
  ['the same mailbox', mail, mail, alone, 'likely', ['same-email']],
  ['the same freemail mailbox', freemail, freemail, alone, 'likely', ['same-email']],
  [
    'the same mailbox, another name',
    { ...mail, ...anna },
    { ...mail, ...ben },
    alone,
    'possible',
    ['same-email', 'different-name'],
  ],
  ['a mailbox that three people use', mail, mail, crowd, null, ['shared-email']],
  ['a role address', role, role, alone, null, ['shared-email']],
  [
    'a role address and different names',
    { ...role, ...domain, ...contoso, ...anna },
    { ...role, ...domain, ...contoso, ...ben },
    alone,
    null,
    ['shared-email', 'same-company', 'different-name'],
  ],
  [
    'a role address and the same person',
    { ...role, ...domain, ...anna },
    { ...role, ...domain, ...anna },
    alone,
    'likely',
    ['same-domain-and-surname', 'shared-email', 'same-name'],
  ],
  ['the same mobile phone', phone('mobile'), phone('mobile'), alone, 'likely', ['same-phone']],
  [
    'the same mobile phone, another name',
    { ...phone('mobile'), ...anna },
    { ...phone('mobile'), ...ben },
    alone,
    'possible',
    ['same-phone', 'different-name'],
  ],
  ['the same fixed line', phone('fixed'), phone('fixed'), alone, 'possible', ['same-phone']],
  ['a line that may be either', phone('either'), phone('either'), alone, 'possible', ['same-phone']],
  [
    'the same fixed line, another name',
    { ...phone('fixed'), ...anna },
    { ...phone('fixed'), ...ben },
    alone,
    null,
    ['same-phone', 'different-name'],
  ],
  ['a switchboard', phone('fixed'), phone('fixed'), crowd, null, ['shared-phone']],
  [
    'a switchboard of one company, different names',
    { ...phone('fixed'), ...contoso, ...anna },
    { ...phone('fixed'), ...contoso, ...ben },
    crowd,
    null,
    ['same-company', 'shared-phone', 'different-name'],
  ],
  [
    'the same desk behind a switchboard',
    phone('fixed', '12'),
    phone('fixed', '12'),
    crowd,
    'possible',
    ['same-phone'],
  ],
  ['another desk', phone('fixed', '12'), phone('fixed', '13'), alone, null, ['shared-phone']],
  [
    'company domain and surname',
    { ...domain, ...anna },
    { ...domain, name: personNameOf('A.', 'Schmidt') },
    alone,
    'possible',
    ['same-domain-and-surname'],
  ],
  [
    'company domain and full name',
    { ...domain, ...anna },
    { ...domain, ...anna },
    alone,
    'possible',
    ['same-domain-and-surname', 'same-name'],
  ],
  [
    'company domain, surname, company name and full name',
    { ...domain, ...contoso, ...anna },
    { ...domain, ...contoso, ...anna },
    alone,
    'likely',
    ['same-domain-and-surname', 'same-name', 'same-company'],
  ],
  [
    'namesakes of one company',
    { ...domain, ...anna },
    { ...domain, ...benSchmidt },
    alone,
    null,
    ['same-domain-and-surname'],
  ],
  [
    'colleagues',
    { ...domain, ...contoso, ...anna },
    { ...domain, ...contoso, ...ben },
    alone,
    null,
    ['same-domain', 'same-company', 'different-name'],
  ],
  [
    'the same company and the same person',
    { ...contoso, ...anna },
    { ...contoso, ...anna },
    alone,
    'likely',
    ['same-name', 'same-company'],
  ],
  [
    'a similar company and the same person',
    { ...contoso, ...anna },
    { ...contosol, ...anna },
    alone,
    'possible',
    ['same-name', 'similar-company'],
  ],
  [
    'a part of the company name and the same person',
    { ...northwind, ...anna },
    { ...northwindTraders, ...anna },
    alone,
    'possible',
    ['same-name', 'similar-company'],
  ],
  ['the same company only', contoso, contoso, alone, null, ['same-company']],
  [
    'the same company and offer, nobody named',
    { ...contoso, ...offer },
    { ...contoso, ...offer },
    alone,
    'possible',
    ['same-company', 'same-offer'],
  ],
  [
    'the same company and offer, different names',
    { ...contoso, ...offer, ...anna },
    { ...contoso, ...offer, ...ben },
    alone,
    null,
    ['same-company', 'same-offer', 'different-name'],
  ],
  ['the same name only', anna, anna, alone, null, ['same-name']],
  ['the same name and offer', { ...anna, ...offer }, { ...anna, ...offer }, alone, null, ['same-name']],
  [
    'the same company in another country',
    { ...contoso, ...offer, country: 'DE' },
    { ...contoso, ...offer, country: 'US' },
    alone,
    null,
    ['same-company', 'same-offer', 'different-country'],
  ],
  [
    'the same mailbox in another country',
    { ...mail, country: 'DE' },
    { ...mail, country: 'US' },
    alone,
    'likely',
    ['same-email'],
  ],
  ['nothing', nobody, nobody, alone, null, []],
];

describe('LQ-4: what makes two leads possible duplicates', () => {
  it.each(cases)('LQ-4: %s', (_what, left, right, sharing, level, codes) => {
    const found = comparePair({ ...nobody, ...left }, { ...nobody, ...right }, sharing);
    expect(found.reasons.map(({ code }) => code)).toEqual(codes);
    expect(found.level).toBe(level);
  });

  it('LQ-4: reasons are words that a reader understands', () => {
    const { reasons } = comparePair(
      { ...nobody, ...contoso, ...anna },
      { ...nobody, ...contosol, ...anna },
      alone,
    );
    expect(reasons.map(({ words }) => String(words))).toEqual(['Same name', 'Company names are 90% alike']);
  });
});

const traits: fc.Arbitrary<LeadTraits> = fc.record({
  email: fc.option(fc.record({ key: fc.constantFrom('a@b.de', 'c@d.de'), personal: fc.boolean() })),
  companyDomain: fc.option(fc.constantFrom('b.de', 'd.de')),
  phone: fc.option(
    fc.record({
      key: fc.constantFrom('+491711234567', '+14155552671'),
      extension: fc.option(fc.constantFrom('1', '2')),
      line: fc.constant<'either'>('either'),
    }),
  ),
  name: fc
    .tuple(
      fc.constantFrom(null, 'Anna', 'A', 'Ana', 'Ben'),
      fc.constantFrom(null, 'Schmidt', 'Schmitt', 'Schmidt-Huber'),
    )
    .map(([first, last]) => personNameOf(first, last)),
  company: fc
    .constantFrom(null, 'Contoso', 'Contosol AG', 'Northwind', 'Northwind Traders')
    .map((name) => companyNameOf(name).words),
  country: fc.constantFrom(null, 'DE', 'US'),
  offer: fc.constantFrom(null, 'a.b', 'a.c'),
});
const sharing = fc.record({ emailPeople: fc.nat(4), phonePeople: fc.nat(4) });

describe('LQ-4: the score', () => {
  it('LQ-4: is the same whichever of the two leads is looked at', () => {
    fc.assert(
      fc.property(traits, traits, sharing, (left, right, shared) => {
        expect(comparePair(left, right, shared)).toEqual(comparePair(right, left, shared));
      }),
      { numRuns: 2000 },
    );
  });

  it('LQ-4: is the sum of its reasons, each given once, and decides the level', () => {
    fc.assert(
      fc.property(traits, traits, sharing, (left, right, shared) => {
        const { score, level, reasons } = comparePair(left, right, shared);
        expect(score).toBe(reasons.reduce((sum, { weight }) => sum + weight, 0));
        expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length);
        expect(level).toBe(score >= 8 ? 'likely' : score >= 5 ? 'possible' : null);
      }),
    );
  });

  it('LQ-4: what many people share never makes two leads likely duplicates by itself', () => {
    fc.assert(
      fc.property(traits, (one) => {
        const shared = { ...nobody, email: one.email, phone: one.phone && { ...one.phone, extension: null } };
        expect(comparePair(shared, shared, crowd).level).toBeNull();
      }),
    );
  });
});
