import type { Notification } from '../../../../contract/messages/action-center.ts';
import { type NotificationFacts, notificationFacts } from './notification-facts.ts';
import type { NotificationRow } from './notifications.repo.ts';

interface Said {
  readonly title: string;
  readonly detail: string | null;
}

const newsWords = {
  accepted: 'accepted',
  declined: 'declined',
  expired: 'did not answer in time about',
  won: 'won the deal with',
  lost: 'closed without a deal:',
} as const;

/**
 * Row → wire.
 * @param mayOpen whether the reader may open the lead now; otherwise only the event is named, and not the lead
 */
export function presentNotification(row: NotificationRow, mayOpen: boolean): Notification {
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
  return facts.kind === 'announcement' ? facts : { ...facts, customerName: null, offerTitle: null };
}

/** The names in the title that {@link sentenceOf} makes. */
export function namesIn(facts: NotificationFacts): string[] {
  if (facts.kind === 'announcement') return [];
  const others = 'byName' in facts ? [facts.byName] : 'partnerName' in facts ? [facts.partnerName] : [];
  return facts.customerName === null ? others : [...others, facts.customerName];
}

/** The text of a notification. */
export function sentenceOf(facts: NotificationFacts): Said {
  if (facts.kind === 'announcement') return { title: facts.title, detail: facts.text };
  const customer = facts.customerName ?? 'a customer';
  const detail = facts.offerTitle;
  switch (facts.kind) {
    case 'new-lead':
      return { title: `${facts.hot ? 'Hot lead' : 'New lead'}: ${customer}`, detail };
    case 'expiring-soon':
      return { title: `Expires soon: ${customer}`, detail };
    case 'lead-expired':
      return { title: `Expired without an answer: ${customer}`, detail };
    case 'team-assignment':
      return { title: `${facts.byName} put you on the team for ${customer}`, detail };
    case 'assignment':
      return { title: `${facts.byName} assigned ${customer} to you`, detail };
    case 'unanswered':
      return { title: `Not answered for ${workingHours(facts.hours)}: ${customer}`, detail };
    case 'mention':
      return { title: `${facts.byName} mentioned you about ${customer}`, detail };
    case 'sent-lead':
      return { title: `${facts.partnerName} ${newsWords[facts.news]} ${customer}`, detail };
    case 'direct-expired':
      return { title: `${facts.partnerName} did not answer ${customer}`, detail };
  }
}

const workingHours = (hours: number) => `${hours} working ${hours === 1 ? 'hour' : 'hours'}`;
