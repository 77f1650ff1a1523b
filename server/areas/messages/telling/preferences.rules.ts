import type { AddressState } from '../../../../contract/mail/lists.ts';
import type { MailPreferences, PreferenceCategory } from '../../../../contract/messages/action-center.ts';
import type { OptionalCategory } from '../../../../contract/messages/lists.ts';
import type { Spoken } from '../../../../contract/sentences.ts';
import type { Actor } from '../../identity/index.ts';
import type { MailCategory } from '../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** A category of notifications, as people turn it on or off (NT-3, NT-5). */
type Category = MailCategory & { readonly channel: PreferenceCategory['channel'] };

/** Emails about accounts, which other areas send. */
const account: Category = {
  key: 'account',
  title: sentence('category.account.title'),
  explanation: sentence('category.account.explanation'),
  channel: 'mail',
  concerns: () => true,
  requiredReason: sentence('category.account.requiredReason'),
};

const announcements: Category = {
  key: 'announcements',
  title: sentence('category.announcements.title'),
  explanation: sentence('category.announcements.explanation'),
  channel: 'app',
  concerns: (actor) => actor.organizationKind === 'partner',
};

/**
 * The categories that concern someone, with their choices; on by default (NT-3, NT-5).
 * @param ofMails what the kinds of email declare, in display order
 */
export function categoriesFor(
  actor: Actor,
  ofMails: readonly MailCategory[],
  switchedOff: ReadonlySet<OptionalCategory>,
): Spoken<MailPreferences>['categories'] {
  const mails = ofMails.map((category) => ({ ...category, channel: 'mail' as const }));
  return [...mails, account, announcements]
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
