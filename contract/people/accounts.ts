import { z } from 'zod';
import { fault } from '../faults/catalogue.ts';
import { said } from '../faults/said.ts';
import { locationInfo } from '../identity/identity.ts';
import { roles } from '../identity/lists.ts';
import { id, instant, nameText, passwordText, requiredText } from '../text.ts';
import { shortestPassword } from './lists.ts';

/** An address that email can be sent to, judging by its form; RFC 5321 allows 254 characters. */
export const emailAddress = requiredText(254).regex(
  /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/u,
  said(fault('text.noEmail')),
);

const newPassword = passwordText()
  .min(shortestPassword, said(fault('password.tooShort', { least: shortestPassword })))
  .describe(`At least ${shortestPassword} characters, and not the email address`);

const role = z.enum(roles);
const grantedRoles = z
  .array(role)
  .min(1, said(fault('list.noRole')))
  .max(roles.length)
  .describe('Roles of a partner for partners, roles of the operator for the operator');
const place = id.nullable().describe('null: the whole organization');

export const linkParams = z.object({ token: z.string().describe('What stands at the end of the link') });

export const invitation = z.object({
  id,
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  locationId: place,
  locationName: z.string().nullable(),
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  expired: z.boolean().describe('The link has expired; send it again'),
});
export type Invitation = z.infer<typeof invitation>;
export const invitationList = z.object({ items: z.array(invitation) });

export const invitationCreate = z.strictObject({
  email: emailAddress,
  name: nameText().describe('Can be changed by the person who accepts'),
  roles: grantedRoles,
  locationId: place.optional(),
});
export type InvitationCreate = z.infer<typeof invitationCreate>;

export const invitationSent = invitation.extend({
  link: z
    .string()
    .nullable()
    .describe('Only while emails are kept instead of sent: the link to hand over, shown this once'),
});
export type InvitationSent = z.infer<typeof invitationSent>;

/** What the page of an invitation link shows. */
export const invitationOffer = z.object({
  organizationName: z.string(),
  invitedBy: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(role),
  locationName: z.string().nullable(),
  expiresAt: instant,
  hasAccount: z
    .boolean()
    .nullable()
    .describe(
      'true: accepted with the password of the account, or signed in with it; false: by a new account; null: it is not told, and both ways are open',
    ),
});
export type InvitationOffer = z.infer<typeof invitationOffer>;

export const invitationAcceptance = z.strictObject({
  name: nameText()
    .optional()
    .describe('Needed for a new account; without it the password is the one of an account'),
  password: passwordText()
    .optional()
    .describe(`The password of the account, or of the new one: at least ${shortestPassword} characters`),
});
export type InvitationAcceptance = z.infer<typeof invitationAcceptance>;

export const membership = z.object({
  id,
  person: z.object({
    id,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    emailRefused: z.boolean().describe('An email bounced'),
  }),
  role,
  locationId: place,
  locationName: z.string().nullable(),
  createdAt: instant,
});
export type Membership = z.infer<typeof membership>;

export const membershipList = z.object({
  items: z.array(membership),
  locations: z.array(locationInfo).describe('Where a role can hold'),
  roles: z.array(role).describe('Roles that can be given here'),
});
export type MembershipList = z.infer<typeof membershipList>;

export const membershipCreate = z.strictObject({
  personId: id.describe('Someone who belongs to the organization'),
  role,
  locationId: place.optional(),
});
export type MembershipCreate = z.infer<typeof membershipCreate>;

const sendsMail = z
  .boolean()
  .describe('false: this installation has no mail server; ask the people who run it');

export const passwordResetRequest = z.strictObject({ email: requiredText(320) });
export const passwordResetAccepted = z.object({
  validMinutes: z.number().int().describe('How long the link works that is sent if there is such an account'),
  sendsMail,
});
export type PasswordResetAccepted = z.infer<typeof passwordResetAccepted>;
export const passwordResetOffer = z.object({ expiresAt: instant });
export const passwordReset = z.strictObject({ password: newPassword });

export const verificationRequest = z.strictObject({
  email: emailAddress.optional().describe('The new address; without it the present one is confirmed'),
  password: passwordText().optional().describe('Needed to change the address'),
});
export const waitingVerification = z.object({
  waiting: z.object({ email: z.string(), expiresAt: instant }).nullable(),
  sendsMail,
});
export type WaitingVerification = z.infer<typeof waitingVerification>;
export const verificationOffer = z.object({
  email: z.string(),
  isChange: z.boolean().describe('The address of the account changes: its owner must be signed in'),
});
export type VerificationOffer = z.infer<typeof verificationOffer>;
