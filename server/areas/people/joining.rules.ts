import type { InvitationAcceptance } from '../../../contract/people/accounts.ts';
import { takeOverEnd } from './account-links.rules.ts';

/** The account with the address of an invitation. */
export interface KnownAccount {
  readonly email_verified_at: Date | null;
  readonly disabled_at: Date | null;
}

/**
 * How someone who is not signed in comes in: as a new account, with the password of an account, or by taking over the
 * account that has the address without ever having proven it.
 */
export type Entrance = 'new' | 'known' | 'taken-over';

interface Link {
  readonly handed_over: boolean;
  readonly expires_at: Date;
}

/**
 * The entrance for an acceptance. With a link that the inviter saw, it does not depend on whether there is an account,
 * so that nobody can find out (ID-5). An emailed link proves the mailbox, as one for a new password does.
 */
export function findEntrance(
  link: Link,
  known: KnownAccount | undefined,
  { name, password }: InvitationAcceptance,
  now: Date,
): Entrance {
  if (link.handed_over) return name === undefined && password !== undefined ? 'known' : 'new';
  if (!known) return 'new';
  return mayTakeOver(link, known, now) && name !== undefined ? 'taken-over' : 'known';
}

/** What the page behind the link is told: whether there is an account; null: both entrances are open. */
export function tellAccount(link: Link, known: KnownAccount | undefined, now: Date): boolean | null {
  if (link.handed_over) return null;
  if (!known) return false;
  return mayTakeOver(link, known, now) ? null : true;
}

/** A link lets people into an existing account only for as long as one for a new password would. */
function mayTakeOver(link: Link, known: KnownAccount, now: Date): boolean {
  return isUnproven(known) && takeOverEnd(link.expires_at) > now;
}

/** Anyone can have created such an account: nobody has shown that the address is theirs. */
function isUnproven(account: KnownAccount): boolean {
  return account.email_verified_at === null && account.disabled_at === null;
}
