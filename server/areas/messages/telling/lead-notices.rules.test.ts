import { describe, expect, it } from 'vitest';
import { explainWhy, type NoticeFacts, type WhyFacts, wordNotice, wordReason } from './lead-notices.rules.ts';

const sent = { state: 'sent', returned: false };
const notice = (more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  way: 'individual',
  reason: 'location-admin',
  mail: sent,
  ...more,
});

describe('NT-4: how somebody was told', () => {
  it.each<[Partial<NoticeFacts>, string]>([
    [{}, 'An email was sent.'],
    [{ mail: { state: 'waiting', returned: false } }, 'An email is waiting to be sent.'],
    [{ mail: { state: 'failed', returned: false } }, 'An email could not be delivered.'],
    [{ mail: { state: 'kept', returned: false } }, 'An email was not sent: no mail server is set up.'],
    [
      { mail: { state: 'sent', returned: true } },
      'An email was sent but bounced: the address doesn’t accept email.',
    ],
    [{ mail: null }, 'An email was written.'],
    [{ way: 'digest', mail: null }, 'Waiting for the daily digest.'],
    [{ way: 'digest' }, 'The daily digest was sent.'],
    [{ way: 'unmailed', reason: 'switched-off', mail: null }, 'Not emailed: they turned these emails off.'],
    [
      { way: 'unmailed', reason: 'answered-before', mail: null },
      'Not emailed: the lead had already been answered.',
    ],
  ])('NT-4 %j', (more, words) => {
    expect(String(wordNotice(notice(more)))).toBe(words);
  });

  it('LA-1 in the language of whoever reads it, whole', () => {
    const told = notice({ way: 'unmailed', reason: 'answered-before', mail: null });
    expect(wordNotice(told).in('de')).toBe('Keine E-Mail: Der Lead war bereits beantwortet.');
  });

  it('NT-4 the reason is said where it is one', () => {
    expect(String(wordReason('team-added'))).toBe('Added to the lead’s team');
    expect(wordReason('switched-off')).toBeNull();
  });
});

describe('NT-4: why did I (not) get this?', () => {
  const munich = { role: 'referrals-admin', locationId: 'm', locationName: 'Munich' } as const;
  const everywhere = { role: 'referrals-admin', locationId: null, locationName: null } as const;
  const facts = (more: Partial<WhyFacts> = {}): WhyFacts => ({
    name: 'Ada',
    isDisabled: false,
    roles: [munich],
    notice: undefined,
    lead: { isInformational: false, locationId: 'b', locationName: 'Berlin' },
    contactName: null,
    isExpected: false,
    ...more,
  });

  it.each<[string, Partial<WhyFacts>, string]>([
    ['told', { notice: notice() }, 'An email was sent. Reason: Responsible for leads at this location.'],
    [
      'switched off',
      { notice: notice({ way: 'unmailed', reason: 'answered-before', mail: null }) },
      'Not emailed: the lead had already been answered.',
    ],
    [
      'informational',
      { lead: { isInformational: true, locationId: null, locationName: null } },
      'Nobody is emailed about informational leads: there is nothing to answer.',
    ],
    ['disabled', { isDisabled: true }, 'The account of Ada is disabled.'],
    [
      'responsible since',
      { isExpected: true },
      'Ada is responsible for this lead now, but was not when it came in, or it came in just now.',
    ],
    [
      'profile',
      { contactName: 'Erika', roles: [everywhere] },
      'Inquiries through a profile go to the contact of its location: Erika.',
    ],
    [
      'user',
      { roles: [{ ...munich, role: 'referrals-user' }] },
      'Ada is a Referrals user: they are emailed when a lead is assigned to them, or when they are added to its team.',
    ],
    [
      'no role',
      { roles: [{ ...everywhere, role: 'account-admin' }] },
      'Ada has no role that is responsible for leads.',
    ],
    ['other location', {}, 'Ada is responsible for leads of Munich; this lead is for Berlin.'],
    [
      'no location',
      { lead: { isInformational: false, locationId: null, locationName: null } },
      'Ada is responsible for leads of Munich; this lead is for no location.',
    ],
    [
      'admins of its own',
      { roles: [munich, everywhere] },
      'Berlin has its own Referrals admins: they are told instead of those of the whole organization.',
    ],
  ])('NT-4 %s', (_case, more, words) => {
    expect(String(explainWhy(facts(more)))).toBe(words);
  });
});
