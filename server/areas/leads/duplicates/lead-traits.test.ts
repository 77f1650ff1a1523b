import { describe, expect, it } from 'vitest';
import { loadMailDomains } from '../../../engines/contact-verifier/index.ts';
import { mailboxOf, readTraits, type TraitRow } from './lead-traits.ts';

const shipped = loadMailDomains();

describe('LQ-4: the mailbox behind an address', () => {
  it.each([
    ['Anna.Schmidt@gmail.com', 'annaschmidt@gmail.com'],
    ['a.n.n.a+leads@GoogleMail.com', 'anna@gmail.com'],
    ['Anna.Schmidt+crm@Contoso.com', 'anna.schmidt@contoso.com'],
    ['anna.schmidt@contoso.com', 'anna.schmidt@contoso.com'],
    ['anna_schmidt@outlook.com', 'anna_schmidt@outlook.com'],
    ['+49@contoso.com', '+49@contoso.com'],
  ])('LQ-4: %s arrives at %s', (address, key) => {
    expect(mailboxOf(address, shipped)?.key).toBe(key);
  });

  it.each([null, '', 'nobody', '@contoso.com', 'anna@'])('LQ-4: %j is no mailbox', (address) => {
    expect(mailboxOf(address, shipped)).toBeNull();
  });

  it.each([
    ['anna@gmail.com', true, null],
    ['anna@web.de', true, null],
    ['anna@duck.com', true, null],
    ['anna@mailinator.com', false, null],
    ['info@contoso.com', false, 'contoso.com'],
    ['vertrieb+x@contoso.de', false, 'contoso.de'],
    ['anna@mail.eu.contoso.co.uk', true, 'contoso.co.uk'],
  ])('LQ-4: %s belongs to one person: %s, to the company of %s', (address, personal, companyDomain) => {
    expect(mailboxOf(address, shipped)).toMatchObject({ personal, companyDomain });
  });

  it('LQ-4: at a domain that the operator lists as disposable it is nobody’s', () => {
    const operators = {
      kindOf: (domain: string) => (domain === 'contoso.com' ? 'disposable' : null),
    } as const;
    expect(mailboxOf('anna@contoso.com', operators)).toMatchObject({ personal: false, companyDomain: null });
  });
});

const now = new Date('2026-11-20T10:00:00.000Z');
const row: TraitRow = {
  id: '0193f6a2-0000-7000-8000-000000000001',
  customer_name: 'Contoso GmbH',
  contact_first_name: 'Anna',
  contact_last_name: 'Schmidt',
  contact_email: 'anna@contoso.com',
  contact_allowed: true,
  phone_e164: '+4915112345678',
  phone_extension: null,
  email_validity: 'Valid',
  phone_validity: 'Valid',
  country: 'DE',
  offer_name: 'publisher.offer',
  status: 'Received',
  received_at: new Date('2026-11-19T10:00:00.000Z'),
  expires_at: new Date('2026-12-03T10:00:00.000Z'),
  available_until: null,
  is_test: false,
};

describe('LQ-4: what is compared of a lead', () => {
  it('LQ-4: mailbox, company domain, line, name, company', () => {
    expect(readTraits(row, now, shipped).traits).toEqual({
      email: { key: 'anna@contoso.com', personal: true },
      companyDomain: 'contoso.com',
      phone: { key: '+4915112345678', extension: null, line: 'mobile' },
      name: { given: 'anna', surname: 'schmidt' },
      company: ['contoso'],
      country: 'DE',
      offer: 'publisher.offer',
    });
  });

  it.each([
    ['LC-4: an expired lead', { status: 'Expired' }],
    ['LC-4: a lead overdue since this very moment', { expires_at: now }],
    ['IN-6: a lead without consent', { contact_allowed: false }],
  ] as const)('%s is compared by its company alone', (_what, change) => {
    expect(readTraits({ ...row, ...change }, now, shipped).traits).toMatchObject({
      email: null,
      companyDomain: null,
      phone: null,
      name: { given: '', surname: '' },
      company: ['contoso'],
    });
  });

  it('CV-1, CV-2: an address that nobody has and a number that does not exist identify nobody', () => {
    const { traits } = readTraits(
      { ...row, email_validity: 'Invalid', phone_validity: 'Invalid' },
      now,
      shipped,
    );
    expect(traits.email?.personal).toBe(false);
    expect(traits.phone).toBeNull();
  });

  it.each([
    ['+4915112345678', 'mobile'],
    ['+4930901820', 'fixed'],
    ['+14155552671', 'either'],
    ['+498001234567', 'fixed'],
  ])('LQ-4: %s is a line that is %s', (phone_e164, line) => {
    expect(readTraits({ ...row, phone_e164 }, now, shipped).traits.phone?.line).toBe(line);
  });
});
