import type { Notification } from '../../../../contract/messages/action-center.ts';
import type { Sentence, Spoken } from '../../../../contract/sentences.ts';
import { sentence } from './catalogue.ts';
import { type NotificationFacts, notificationFacts } from './notification-facts.ts';
import type { NotificationRow } from './notifications.repo.ts';

interface Said {
  readonly title: string | Sentence;
  readonly detail: string | Sentence | null;
}

/**
 * Row → wire.
 * @param mayOpen whether the reader may open the lead now; otherwise only the event is named, and not the lead
 */
export function presentNotification(row: NotificationRow, mayOpen: boolean): Spoken<Notification> {
  const known = notificationFacts.parse(row.facts);
  const facts = isOutOfSight(known, mayOpen) ? withoutLead(known) : known;
  return {
    id: row.id,
    category: row.category,
    kind: row.kind,
    ...sentenceOf(facts),
    names: namesIn(facts),
    leadId: mayOpen ? row.lead_id : null,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}

const ownLeadKinds: readonly NotificationFacts['kind'][] = [
  'new-lead',
  'expiring-soon',
  'lead-expired',
  'team-assignment',
  'assignment',
  'unanswered',
  'mention',
];

/**
 * Leads of the reader's own organization are named only to people who may see them; sent leads belong to their sender.
 */
function isOutOfSight(facts: NotificationFacts, mayOpen: boolean): boolean {
  return !mayOpen && ownLeadKinds.includes(facts.kind);
}

function withoutLead(facts: NotificationFacts): NotificationFacts {
  return isAboutLead(facts) ? { ...facts, customerName: null, offerTitle: null } : facts;
}

type AboutLead = Extract<NotificationFacts, { customerName: string | null }>;

function isAboutLead(facts: NotificationFacts): facts is AboutLead {
  return 'customerName' in facts;
}

/** The names in the title that {@link sentenceOf} makes. */
export function namesIn(facts: NotificationFacts): string[] {
  if (!isAboutLead(facts)) return [];
  const others = 'byName' in facts ? [facts.byName] : 'partnerName' in facts ? [facts.partnerName] : [];
  return facts.customerName === null ? others : [...others, facts.customerName];
}

/** The text of a notification. */
export function sentenceOf(facts: NotificationFacts): Said {
  if (facts.kind === 'announcement') return { title: facts.title, detail: facts.text };
  if (facts.kind === 'export-ready')
    return {
      title: sentence('notification.export-ready.title', { rows: facts.rows }),
      detail: sentence('notification.export-ready.detail'),
    };
  if (facts.kind === 'export-failed')
    return {
      title: sentence('notification.export-failed.title'),
      detail: sentence(`notification.export-failed.${facts.failure}`),
    };
  return { title: titleOf(facts), detail: facts.offerTitle };
}

function titleOf(facts: AboutLead): Sentence {
  const customer = facts.customerName ?? sentence('notification.customer');
  switch (facts.kind) {
    case 'new-lead':
      return sentence(`notification.${facts.hot ? 'hot-lead' : 'new-lead'}`, { customer });
    case 'expiring-soon':
    case 'lead-expired':
      return sentence(`notification.${facts.kind}`, { customer });
    case 'team-assignment':
    case 'assignment':
    case 'mention':
      return sentence(`notification.${facts.kind}`, { colleague: facts.byName, customer });
    case 'unanswered':
      return sentence('notification.unanswered', { hours: facts.hours, customer });
    case 'sent-lead':
      return sentence(`notification.sent-lead.${facts.news}`, { partner: facts.partnerName, customer });
    case 'direct-expired':
      return sentence('notification.direct-expired', { partner: facts.partnerName, customer });
  }
}
