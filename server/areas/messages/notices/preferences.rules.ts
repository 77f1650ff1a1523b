import type { AddressState } from '../../../../contract/mail/lists.ts';
import type { MailPreferences, PreferenceCategory } from '../../../../contract/messages/action-center.ts';
import type { OptionalCategory } from '../../../../contract/messages/lists.ts';
import { type Actor, hasRole } from '../../identity/index.ts';

interface Category {
  readonly key: string;
  readonly title: string;
  readonly explanation: string;
  readonly channel: PreferenceCategory['channel'];
  /** Whom it concerns at all. */
  readonly concerns: (actor: Actor) => boolean;
  /** Why it cannot be switched off. */
  readonly requiredReason?: string;
}

const worksLeads = (actor: Actor) =>
  actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin', 'referrals-user');

/** All categories, in the order in which they are shown (NT-3, NT-5). */
const categories: readonly Category[] = [
  {
    key: 'new-lead',
    title: 'New leads',
    explanation: 'Each lead you are responsible for; on busy days the rest come in one email.',
    channel: 'mail',
    concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
    requiredReason: 'Leads that no one hears about expire, so we always send these emails.',
  },
  {
    key: 'expiring-soon',
    title: 'Leads that expire soon',
    explanation: 'A reminder a few days before a lead expires.',
    channel: 'mail',
    concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
  },
  {
    key: 'team-assignment',
    title: 'Teams',
    explanation: 'When someone adds you to a lead’s team.',
    channel: 'mail',
    concerns: worksLeads,
  },
  {
    key: 'sent-lead',
    title: 'Leads that you sent',
    explanation: 'When a partner accepts, declines, wins or loses one, or lets it expire.',
    channel: 'mail',
    concerns: (actor) => hasRole(actor, 'seller', 'marketer'),
  },
  {
    key: 'direct-expired',
    title: 'Unanswered inquiries',
    explanation: 'When a partner lets an inquiry of a customer expire.',
    channel: 'mail',
    concerns: (actor) => hasRole(actor, 'operator-admin'),
    requiredReason: 'The operator needs to know about customers who got no answer.',
  },
  {
    key: 'account',
    title: 'Your account',
    explanation: 'Invitations, new passwords and the confirmation of your address.',
    channel: 'mail',
    concerns: () => true,
    requiredReason: 'You or an admin asked for them, and you could not sign in without them.',
  },
  {
    key: 'announcements',
    title: 'Announcements',
    explanation: 'What the operator announces to partners; in the Action center, not by email.',
    channel: 'app',
    concerns: (actor) => actor.organizationKind === 'partner',
  },
];

/** The categories that concern somebody, with what they chose; what they said nothing about is on. */
export function categoriesFor(
  actor: Actor,
  switchedOff: ReadonlySet<OptionalCategory>,
): MailPreferences['categories'] {
  return categories
    .filter(({ concerns }) => concerns(actor))
    .map(({ key, title, explanation, channel, requiredReason }) => ({
      key,
      title,
      explanation,
      channel,
      required: requiredReason !== undefined,
      requiredReason: requiredReason ?? null,
      wanted: requiredReason !== undefined || ![...switchedOff].some((off) => off === key),
    }));
}

/** What is known of an address, and since when; that mail came back outweighs that it was confirmed before. */
export function addressStateOf(person: {
  readonly email_verified_at: Date | null;
  readonly email_refused_at: Date | null;
}): { state: AddressState; at: Date | null } {
  if (person.email_refused_at) return { state: 'refused', at: person.email_refused_at };
  if (person.email_verified_at) return { state: 'confirmed', at: person.email_verified_at };
  return { state: 'unconfirmed', at: null };
}
