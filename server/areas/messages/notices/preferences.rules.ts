import type { AddressState } from '../../../../contract/mail/lists.ts';
import type { MailPreferences } from '../../../../contract/messages/action-center.ts';
import type { OptionalCategory } from '../../../../contract/messages/lists.ts';
import type { Actor } from '../../identity/index.ts';
import { assignmentCategory } from '../mails/assignment/category.rules.ts';
import type { Category } from '../mails/category.ts';
import { directExpiredCategory } from '../mails/direct-expired/category.rules.ts';
import { expiringSoonCategory } from '../mails/expiring-soon/category.rules.ts';
import { newLeadCategory } from '../mails/new-lead/category.rules.ts';
import { sentLeadCategory } from '../mails/sent-lead/category.rules.ts';
import { teamAssignmentCategory } from '../mails/team-assignment/category.rules.ts';

/** Emails about accounts, which other areas send. */
const account: Category = {
  key: 'account',
  title: 'Your account',
  explanation: 'Invitations, new passwords and the confirmation of your address.',
  channel: 'mail',
  concerns: () => true,
  requiredReason: 'You or an admin asked for them, and you could not sign in without them.',
};

const announcements: Category = {
  key: 'announcements',
  title: 'Announcements',
  explanation: 'What the operator announces to partners; in the Action center, not by email.',
  channel: 'app',
  concerns: (actor) => actor.organizationKind === 'partner',
};

/** All categories, in display order (NT-3, NT-5). */
const categories: readonly Category[] = [
  newLeadCategory,
  expiringSoonCategory,
  assignmentCategory,
  teamAssignmentCategory,
  sentLeadCategory,
  directExpiredCategory,
  account,
  announcements,
];

/** The categories that concern someone, with their choices; on by default. */
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

/** What is known about an address, and since when; a returned email outweighs an earlier confirmation. */
export function addressStateOf(person: {
  readonly email_verified_at: Date | null;
  readonly email_refused_at: Date | null;
}): { state: AddressState; at: Date | null } {
  if (person.email_refused_at) return { state: 'refused', at: person.email_refused_at };
  if (person.email_verified_at) return { state: 'confirmed', at: person.email_verified_at };
  return { state: 'unconfirmed', at: null };
}
