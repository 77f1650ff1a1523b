import { becomePerson, type Transaction } from '../../platform/database/database.ts';
import { findPerson, peopleManagers } from '../identity/index.ts';
import { oneByOne, sendAsItIs, type Verdict, type WaitingMail } from '../mail/index.ts';
import { unscopedFindLink } from './account-links.repo.ts';
import { type AccountLinkPurpose, findLinkEnd } from './account-links.rules.ts';
import { hasInviterAs } from './invitations.repo.ts';
import { addressChangedMail } from './mails/address-changed/mail.ts';
import { invitationMail } from './mails/invitation/mail.ts';
import { passwordResetMail } from './mails/password-reset/mail.ts';
import { verificationMail } from './mails/verification/mail.ts';
import { isServed } from './presence.repo.ts';

/**
 * The emails about accounts. Emails whose link lets someone in are rechecked right before they are sent: the link is
 * still valid, the inviter may still invite, the account is open, and the email goes to its address (ID-5).
 */
export const accountMails = {
  invitation: invitationMail.askedBy(
    oneByOne((tx, mail, { linkId }, now) => askAboutInvitation(tx, mail, linkId, now)),
  ),
  'password-reset': passwordResetMail.askedBy(
    oneByOne((tx, mail, { linkId }, now) => askAboutAccount(tx, mail, 'reset', linkId, now)),
  ),
  verification: verificationMail.askedBy(
    oneByOne((tx, mail, { linkId }, now) => askAboutAccount(tx, mail, 'verify', linkId, now)),
  ),
  'address-changed': addressChangedMail.askedBy(sendAsItIs),
};

async function askAboutInvitation(
  tx: Transaction,
  { organizationId }: WaitingMail,
  linkId: string,
  now: Date,
): Promise<Verdict> {
  if (!(await findOpenLink(tx, 'join', linkId, now))) return { drop: 'link-over' };
  return (await hasInviterAs(tx, organizationId, linkId, peopleManagers)) ? {} : { drop: 'link-over' };
}

async function findOpenLink(tx: Transaction, purpose: AccountLinkPurpose, linkId: string, now: Date) {
  const link = await unscopedFindLink(tx, purpose, linkId);
  return link && findLinkEnd(link, now) === undefined ? link : undefined;
}

async function askAboutAccount(
  tx: Transaction,
  { organizationId, address }: WaitingMail,
  purpose: 'reset' | 'verify',
  linkId: string,
  now: Date,
): Promise<Verdict> {
  const link = await findOpenLink(tx, purpose, linkId, now);
  if (!link?.person_id || !isSame(link.email, address)) return { drop: 'link-over' };
  // Someone who is only invited so far can be read only by a transaction that works for them.
  await becomePerson(tx, link.person_id);
  const person = await findPerson(tx, link.person_id);
  const isKnown = person !== undefined && (await isServed(tx, organizationId, person, now));
  if (person?.disabled_at) return { drop: 'account-disabled' };
  if (!isKnown) return { drop: 'left-organization' };
  // A link for a new password goes to the account's present address, whatever it was at the time of the request.
  return purpose === 'reset' && !isSame(person.email, address) ? { drop: 'link-over' } : {};
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
