import { describe, expect, it } from 'vitest';
import { readAll } from '../../../../contract/sentences.ts';
import type { NotificationFacts } from './notification-facts.ts';
import { namesIn, presentNotification, sentenceOf } from './notifications.presenter.ts';

const about = { customerName: 'Alpine', offerTitle: 'Backup' };

describe('NT-5: what a notification says', () => {
  it.each<[NotificationFacts, string, string | null]>([
    [{ kind: 'new-lead', ...about, hot: false }, 'New lead: Alpine', 'Backup'],
    [{ kind: 'new-lead', customerName: null, offerTitle: null, hot: true }, 'Hot lead: a customer', null],
    [{ kind: 'expiring-soon', ...about }, 'Expires soon: Alpine', 'Backup'],
    [{ kind: 'unanswered', ...about, hours: 8 }, 'Not answered for 8 working hours: Alpine', 'Backup'],
    [{ kind: 'lead-expired', ...about }, 'Expired without an answer: Alpine', 'Backup'],
    [
      { kind: 'team-assignment', ...about, byName: 'Grace' },
      'Grace added you to the team for Alpine',
      'Backup',
    ],
    [{ kind: 'assignment', ...about, byName: 'Grace' }, 'Grace assigned Alpine to you', 'Backup'],
    [{ kind: 'mention', ...about, byName: 'Grace' }, 'Grace mentioned you about Alpine', 'Backup'],
    [
      { kind: 'sent-lead', ...about, partnerName: 'Contoso', news: 'accepted' },
      'Contoso accepted Alpine',
      'Backup',
    ],
    [
      { kind: 'sent-lead', ...about, partnerName: 'Contoso', news: 'expired' },
      'Contoso did not answer in time about Alpine',
      'Backup',
    ],
    [{ kind: 'direct-expired', ...about, partnerName: 'Contoso' }, 'Contoso did not answer Alpine', 'Backup'],
    [{ kind: 'announcement', title: 'News', text: 'Hello' }, 'News', 'Hello'],
  ])('NT-5 %j', (facts, title, detail) => {
    expect(readAll(sentenceOf(facts), 'en')).toEqual({ title, detail });
    for (const name of namesIn(facts)) expect(title).toContain(name);
    expect(namesIn(facts).includes('Alpine')).toBe(title.includes('Alpine'));
  });

  it.each<[NotificationFacts, string]>([
    [{ kind: 'new-lead', customerName: null, offerTitle: null, hot: true }, 'Eiliger Lead: ein Kunde'],
    [{ kind: 'unanswered', ...about, hours: 1 }, 'Seit 1 Arbeitsstunde nicht beantwortet: Alpine'],
    [{ kind: 'assignment', ...about, byName: 'Grace' }, 'Grace hat Ihnen einen Lead zugewiesen: Alpine'],
    [
      { kind: 'sent-lead', ...about, partnerName: 'Contoso', news: 'won' },
      'Contoso hat den Deal gewonnen: Alpine',
    ],
    [{ kind: 'announcement', title: 'News', text: 'Hello' }, 'News'],
  ])('LA-1 %j is said in German', (facts, title) => {
    expect(readAll(sentenceOf(facts), 'de').title).toBe(title);
  });

  const row = (facts: NotificationFacts) => ({
    organization_id: 'o',
    id: 'n',
    person_id: 'p',
    category: 'transactional' as const,
    kind: facts.kind,
    lead_id: 'l',
    occasion: '',
    facts: facts as never,
    created_at: new Date(0),
    read_at: null,
    archived_at: null,
    transaction_id: '1',
  });

  it.each<[NotificationFacts, boolean]>([
    [{ kind: 'new-lead', ...about, hot: false }, false],
    [{ kind: 'expiring-soon', ...about }, false],
    [{ kind: 'lead-expired', ...about }, false],
    [{ kind: 'team-assignment', ...about, byName: 'Grace' }, false],
    [{ kind: 'assignment', ...about, byName: 'Grace' }, false],
    [{ kind: 'sent-lead', ...about, partnerName: 'Contoso', news: 'won' }, true],
    [{ kind: 'direct-expired', ...about, partnerName: 'Contoso' }, true],
  ])('ID-2 %j out of sight is named: %s', (facts, isNamed) => {
    const { title, detail, leadId } = readAll(presentNotification(row(facts), false), 'en');
    expect(leadId).toBeNull();
    expect(title.includes('Alpine')).toBe(isNamed);
    expect(detail === 'Backup').toBe(isNamed);
    const shown = readAll(presentNotification(row(facts), true), 'en');
    expect(shown).toMatchObject({ leadId: 'l', ...readAll(sentenceOf(facts), 'en') });
  });
});
