import type { Language } from '../../../../contract/languages/languages.ts';
import { languages } from '../../../../contract/languages/lists.ts';
import type { DeclineReason, LeadState } from '../../../../contract/leads/lists.ts';
import type { CustomerUntoldReason } from '../../../../contract/mail/lists.ts';
import { type LifecycleFacts, stateAt } from '../../leads/index.ts';

/** The languages of the page and its emails. */
export const requestLanguages = languages;
export type RequestLanguage = Language;

/** How long a link works after the last email with it. */
export const linkDays = 30;

/** When the link in an email sent now ends. */
export function linkEndsAt(now: Date): Date {
  return new Date(now.getTime() + linkDays * 86_400_000);
}

/** What decides whether a customer is told about their lead. */
export interface TellableLead extends LifecycleFacts {
  readonly qualification: string;
  readonly door: string;
  readonly isTest: boolean;
  readonly email: string | null;
  readonly emailValidity: string | null;
  readonly contactAllowed: boolean;
  readonly declineReason: DeclineReason | null;
}

/** The doors that customers use themselves. */
const customerDoors: readonly string[] = ['marketplace', 'offer-page', 'profile-page'];
/** Plausible as an address; the checks find out whether it works. */
const looksLikeAddress = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/u;

/**
 * Why the customer is not told that the partner declined or did not answer; undefined: they are. They are told only
 * about leads that they sent themselves and that needed an answer, and at an address that we may write to (LC-3, LC-4,
 * IN-6, IN-8).
 */
export function whyUntold(
  lead: TellableLead,
  news: 'declined' | 'expired',
  now: Date,
): CustomerUntoldReason | undefined {
  const reason = whyNeverTold(lead);
  if (reason) return reason;
  // Nobody offers other partners to spam (VO-3).
  if (news === 'declined' && lead.declineReason === 'SpamOrAbuse') return 'declined-as-spam';
  return stateAt(lead, now) === (news === 'declined' ? 'Declined' : 'Expired') ? undefined : 'not-over';
}

/** Why the customer of a lead would not be told, however it ended; undefined: they would. */
export function whyNeverTold(lead: TellableLead): CustomerUntoldReason | undefined {
  if (lead.qualification !== 'Direct') return 'sent-by-seller';
  if (lead.isTest) return 'test-lead';
  if (!customerDoors.includes(lead.door)) return 'came-by-program';
  return whyNotWrittenTo(lead);
}

/** Why we may not, or cannot, write to anyone about a lead (IN-6, CV-1). */
export function whyNotWrittenTo(
  lead: Pick<TellableLead, 'contactAllowed' | 'email' | 'emailValidity'>,
): CustomerUntoldReason | undefined {
  if (!lead.contactAllowed) return 'no-consent';
  if (lead.email === null) return 'no-address';
  if (!looksLikeAddress.test(lead.email)) return 'unreadable-address';
  if (lead.emailValidity === 'Invalid') return 'invalid-address';
  return lead.emailValidity === 'Spam' ? 'spam-address' : undefined;
}

const germanCountries: readonly (string | null)[] = ['DE', 'AT', 'LI'];
const germanWords =
  /(?<!\p{L})(?:und|oder|wir|ich|ist|sind|nicht|bitte|für|mit|eine[nmrs]?|der|die|das)(?!\p{L})/giu;

/**
 * German where German is spoken; in Switzerland, with its four languages, only if the customer wrote German. Otherwise
 * English.
 */
export function languageOfCustomer({
  country,
  message,
}: {
  readonly country: string | null;
  readonly message: string | null;
}): RequestLanguage {
  if (germanCountries.includes(country)) return 'de';
  return country === 'CH' && (message?.match(germanWords)?.length ?? 0) >= 2 ? 'de' : 'en';
}

/** The state of a request at a partner, as the customer sees it: never anything about the deal. */
export type Standing = 'waiting' | 'accepted' | 'declined' | 'unanswered' | 'withdrawn' | 'closed';

const standings: Readonly<Record<LeadState, Standing>> = {
  Received: 'waiting',
  Accepted: 'accepted',
  Won: 'accepted',
  Lost: 'accepted',
  Declined: 'declined',
  Expired: 'unanswered',
  ClosedAsError: 'closed',
};

/** The state of the request at a partner at that moment. */
export function standingOf(
  lead: LifecycleFacts & { readonly closedAt: Date | null },
  withdrawnAt: Date | null,
  now: Date,
): Standing {
  const state = stateAt(lead, now);
  const closedWithIt = withdrawnAt !== null && lead.closedAt?.getTime() === withdrawnAt.getTime();
  if (state === 'ClosedAsError' && closedWithIt) return 'withdrawn';
  return state === null ? 'closed' : standings[state];
}

/** True while a partner has the request, so no other partner gets it. */
export function isWithPartner(standing: Standing): boolean {
  return standing === 'waiting' || standing === 'accepted';
}

/** How it ended at the previous partner, as stored with the next lead. */
export function outcomeBefore(standing: Standing): 'Declined' | 'Expired' | 'ClosedAsError' {
  if (standing === 'declined') return 'Declined';
  return standing === 'unanswered' ? 'Expired' : 'ClosedAsError';
}

/** Stored with a lead that a customer sent on, in place of a reason for its routing (RT-1). */
export const forwardReasons: Readonly<Record<ReturnType<typeof outcomeBefore>, string>> = {
  Declined: 'The customer chose this profile page after another partner declined.',
  Expired: 'The customer chose this profile page after another partner did not answer in time.',
  ClosedAsError: 'The customer chose this profile page after another partner closed the request.',
};

/** Shown in the timeline and with the closed lead. */
export const withdrawalNote = 'The customer withdrew the request.';

/** Which text the customer agreed to by sending on (IN-6): change it whenever a word of that sentence changes. */
export const forwardConsentVersion = 'request-page-2026-11';
