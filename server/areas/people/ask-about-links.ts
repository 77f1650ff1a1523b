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
 * The mails about accounts. Those whose link lets somebody in are asked about again at the moment of sending: the link
 * still counts, whoever invited may still do so, and the account is open and its address the one that the mail goes to
 * (ID-5).
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
  // Somebody who is only invited so far is known to no organization but by their own transaction.
  await becomePerson(tx, link.person_id);
  const person = await findPerson(tx, link.person_id);
  const isKnown = person !== undefined && (await isServed(tx, organizationId, person, now));
  if (person?.disabled_at) return { drop: 'account-disabled' };
  if (!isKnown) return { drop: 'left-organization' };
  // A link for a new password goes to the address of the account, whatever that was when it was asked for.
  return purpose === 'reset' && !isSame(person.email, address) ? { drop: 'link-over' } : {};
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
