import { describe, expect, it } from 'vitest';
import { leadStates } from '../../../../contract/leads/lists.ts';
import {
  isWithPartner,
  languageOfCustomer,
  linkEndsAt,
  outcomeBefore,
  standingOf,
  type TellableLead,
  whyUntold,
} from './customer-requests.rules.ts';

const now = new Date('2026-11-20T10:00:00.000Z');
const later = new Date('2026-11-21T10:00:00.000Z');

const declined: TellableLead = {
  status: 'Declined',
  expiresAt: later,
  availableUntil: null,
  qualification: 'Direct',
  door: 'offer-page',
  isTest: false,
  email: 'ada@customer.test',
  emailValidity: 'Unknown',
  contactAllowed: true,
  declineReason: null,
};

describe('LC-3, LC-4: which customers are told', () => {
  it.each<[string, Partial<TellableLead>]>([
    ['by an offer page', {}],
    ['by a profile page', { door: 'profile-page' }],
    ['by a marketplace', { door: 'marketplace' }],
    ['whose address was not checked', { emailValidity: null }],
  ])('one who wrote %s', (_how, columns) => {
    expect(whyUntold({ ...declined, ...columns }, 'declined', now)).toBeUndefined();
  });

  it.each<[string, Partial<TellableLead>, string]>([
    ['IN-8 a test', { isTest: true }, 'test-lead'],
    ['a lead from a marketer', { qualification: 'MarketingQualified' }, 'sent-by-seller'],
    ['a lead from a seller', { qualification: 'SalesQualified' }, 'sent-by-seller'],
    ['a lead that a program sent', { door: 'api' }, 'came-by-program'],
    ['a lead that was imported', { door: 'import' }, 'came-by-program'],
    ['an informational lead', { status: null, expiresAt: null, availableUntil: later }, 'not-over'],
    ['no address', { email: null }, 'no-address'],
    ['something that is no address', { email: 'ada at customer' }, 'unreadable-address'],
    [
      'an address with a line end',
      { email: 'ada@customer.test\nBcc: all@customer.test' },
      'unreadable-address',
    ],
    ['two addresses', { email: 'ada@customer.test,bea@customer.test' }, 'unreadable-address'],
    ['an invalid address', { emailValidity: 'Invalid' }, 'invalid-address'],
    ['a spam address', { emailValidity: 'Spam' }, 'spam-address'],
    ['IN-6 no consent', { contactAllowed: false }, 'no-consent'],
    ['VO-3 a lead that was declined as spam', { declineReason: 'SpamOrAbuse' }, 'declined-as-spam'],
    ['a lead that was not declined', { status: 'Accepted' }, 'not-over'],
    ['a lead that still waits', { status: 'Received' }, 'not-over'],
    ['a lead that was closed as an error', { status: 'ClosedAsError' }, 'not-over'],
  ])('nobody of %s', (_what, columns, reason) => {
    expect(whyUntold({ ...declined, ...columns }, 'declined', now)).toBe(reason);
  });

  it('an expired lead once its time is over, written down or not', () => {
    const overdue: TellableLead = { ...declined, status: 'Received', expiresAt: now };
    expect(whyUntold(overdue, 'expired', now)).toBeUndefined();
    expect(whyUntold({ ...overdue, status: 'Expired' }, 'expired', now)).toBeUndefined();
    expect(whyUntold({ ...overdue, expiresAt: later }, 'expired', now)).toBe('not-over');
    expect(whyUntold(declined, 'expired', now)).toBe('not-over');
  });
});

describe('LC-3: the language of a customer', () => {
  it.each<[string | null, string | null, string]>([
    ['DE', null, 'de'],
    ['AT', 'Hello, please call me', 'de'],
    ['LI', null, 'de'],
    ['CH', 'Bitte rufen Sie mich an, wir suchen Hilfe.', 'de'],
    ['CH', 'Nous cherchons de l’aide pour notre migration.', 'en'],
    ['CH', 'Please call the main office. Mit freundlichen', 'en'],
    ['CH', 'diese Oderberg mitten', 'en'],
    ['CH', null, 'en'],
    ['FR', 'Bitte rufen Sie mich an, wir suchen Hilfe.', 'en'],
    [null, null, 'en'],
  ])('%s, “%s”: %s', (country, message, language) => {
    expect(languageOfCustomer({ country, message })).toBe(language);
  });
});

describe('LC-3: what customers see of a lead', () => {
  const lead = (status: TellableLead['status'], expiresAt = later) =>
    standingOf({ status, expiresAt, availableUntil: null, closedAt: now }, null, now);

  it('no outcome of a deal', () => {
    expect(Object.fromEntries(leadStates.map((state) => [state, lead(state)]))).toEqual({
      Received: 'waiting',
      Accepted: 'accepted',
      Won: 'accepted',
      Lost: 'accepted',
      Declined: 'declined',
      Expired: 'unanswered',
      ClosedAsError: 'closed',
    });
  });

  it('LC-4: unanswered to the minute', () => {
    expect(lead('Received', now)).toBe('unanswered');
  });

  it('withdrawn when it was closed by the withdrawal, closed when the partner had done that', () => {
    const closed = {
      status: 'ClosedAsError',
      expiresAt: later,
      availableUntil: null,
      closedAt: now,
    } as const;
    expect(standingOf(closed, now, later)).toBe('withdrawn');
    expect(standingOf(closed, later, later)).toBe('closed');
  });

  it('with one partner at a time', () => {
    expect(
      ['waiting', 'accepted', 'declined', 'unanswered', 'withdrawn', 'closed'].map((one) =>
        isWithPartner(one as never),
      ),
    ).toEqual([true, true, false, false, false, false]);
    expect((['declined', 'unanswered', 'closed'] as const).map(outcomeBefore)).toEqual([
      'Declined',
      'Expired',
      'ClosedAsError',
    ]);
  });

  it('for thirty days', () => {
    expect(linkEndsAt(now).toISOString()).toBe('2026-12-20T10:00:00.000Z');
  });
});
