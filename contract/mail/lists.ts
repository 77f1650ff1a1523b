import type { Language } from '../languages/languages.ts';
import { languages } from '../languages/lists.ts';

/** Why an email went to its recipient (NT-4). */
export const mailReasons = [
  'profile-contact',
  'offer-contact',
  'location-admin',
  'organization-admin',
  'view-follower',
  'team-added',
  'assigned',
  'mentioned',
  'lead-sender',
  'operator',
  'customer-request',
  'invited',
  'asked',
  'account-admin',
  'sender-left',
  'address-replaced',
  'named-as-contact',
] as const;
export type MailReason = (typeof mailReasons)[number];

/**
 * The state of an email: `kept` when there is no mail server to send it through; `dropped` when it was no longer right
 * by the time it was to be sent (NT-4).
 */
export const mailStates = ['waiting', 'sent', 'failed', 'kept', 'dropped'] as const;
export type MailState = (typeof mailStates)[number];

export const mailKinds = [
  'new-lead',
  'digest',
  'expiring-soon',
  'team-assignment',
  'assignment',
  'unanswered',
  'sent-lead',
  'direct-expired',
  'customer',
  'invitation',
  'password-reset',
  'verification',
  'unattended',
  'address-changed',
  'mention',
  'contact-confirmation',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** The languages that emails are written in; everyone else reads English. */
export const mailLanguages = languages;
export type MailLanguage = Language;

/** Emails that a person may turn off, as their kinds declare; all others are required (NT-3). */
export const optionalMailCategories = [
  'expiring-soon',
  'team-assignment',
  'assignment',
  'unanswered',
  'mention',
  'sent-lead',
] as const satisfies readonly MailKind[];
export type OptionalMailCategory = (typeof optionalMailCategories)[number];

/** Why someone is not, or no longer, emailed about a lead or an account (NT-1 to NT-4). */
export const untoldReasons = [
  'switched-off',
  'daily-limit',
  'answered-before',
  'expired-before',
  'lead-gone',
  'nobody-responsible',
  'not-responsible',
  'left-organization',
  'account-disabled',
  'address-refused',
  'off-team',
  'not-owner',
  'not-mentioned',
  'out-of-scope',
  'sent-by-program',
  'link-over',
] as const;
export type UntoldReason = (typeof untoldReasons)[number];

/** Why a lead's customer is not told that its partner declined or did not answer (LC-3, LC-4). */
export const customerUntoldReasons = [
  'sent-by-seller',
  'came-by-program',
  'test-lead',
  'no-consent',
  'no-address',
  'unreadable-address',
  'invalid-address',
  'spam-address',
  'declined-as-spam',
  'no-operator',
  'told-often',
  'request-withdrawn',
  'request-went-on',
  'not-over',
  'undelivered',
  'no-mail-server',
] as const;
export type CustomerUntoldReason = (typeof customerUntoldReasons)[number];

/** Whether an address is known to accept mail (NT-5). */
export const addressStates = ['confirmed', 'unconfirmed', 'refused'] as const;
export type AddressState = (typeof addressStates)[number];
