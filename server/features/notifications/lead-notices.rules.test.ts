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
    [{}, 'A mail of its own was sent.'],
    [{ mail: { state: 'waiting', returned: false } }, 'A mail of its own waits to be sent.'],
    [{ mail: { state: 'failed', returned: false } }, 'A mail of its own could not be delivered.'],
    [
      { mail: { state: 'kept', returned: false } },
      'A mail of its own is kept in the outbox, as there is no mail server.',
    ],
    [
      { mail: { state: 'sent', returned: true } },
      'A mail of its own was sent and came back: the address takes no mail.',
    ],
    [{ mail: null }, 'A mail of its own was written.'],
    [{ way: 'digest', mail: null }, 'Waits for the mail that gathers the leads of the day.'],
    [{ way: 'digest' }, 'The mail that gathers the leads of the day was sent.'],
    [{ way: 'unmailed', reason: 'switched-off', mail: null }, 'Not mailed: they switched these mails off.'],
    [{ way: 'unmailed', reason: 'answered-before', mail: null }, 'Not mailed: the lead was answered before.'],
  ])('NT-4 %j', (more, words) => {
    expect(wordNotice(notice(more))).toBe(words);
  });

  it('NT-4 the reason is said where it is one', () => {
    expect(wordReason('team-added')).toBe('Was put on the lead’s team');
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
    [
      'told',
      { notice: notice() },
      'A mail of its own was sent. Why: looks after the leads of this location.',
    ],
    [
      'switched off',
      { notice: notice({ way: 'unmailed', reason: 'answered-before', mail: null }) },
      'Not mailed: the lead was answered before.',
    ],
    [
      'informational',
      { lead: { isInformational: true, locationId: null, locationName: null } },
      'Informational leads are mailed to nobody: there is nothing to answer.',
    ],
    ['disabled', { isDisabled: true }, 'The account of Ada is switched off.'],
    [
      'responsible since',
      { isExpected: true },
      'Ada looks after this lead now, but nothing was written down when it came: they became responsible later, or the lead came only just now.',
    ],
    [
      'profile',
      { contactName: 'Erika', roles: [everywhere] },
      'Inquiries through a profile go to the contact of its location, and that is Erika.',
    ],
    [
      'user',
      { roles: [{ ...munich, role: 'referrals-user' }] },
      'Ada is a Referrals user: they are mailed when they are put on the team of a lead.',
    ],
    [
      'no role',
      { roles: [{ ...everywhere, role: 'account-admin' }] },
      'Ada has no role that looks after leads.',
    ],
    ['other location', {}, 'Ada looks after the leads of Munich; this lead is for Berlin.'],
    [
      'no location',
      { lead: { isInformational: false, locationId: null, locationName: null } },
      'Ada looks after the leads of Munich; this lead is for no location.',
    ],
    [
      'admins of its own',
      { roles: [munich, everywhere] },
      'Berlin has Referrals admins of its own: they are told in place of those of the whole organization.',
    ],
  ])('NT-4 %s', (_case, more, words) => {
    expect(explainWhy(facts(more))).toBe(words);
  });
});
