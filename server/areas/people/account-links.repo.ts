import { type Insertable, sql } from 'kysely';
import type { Role } from '../../../contract/identity/lists.ts';
import type { AccountLink } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { lockName } from '../../platform/database/lock-name.ts';
import type { AccountLinkPurpose } from './account-links.rules.ts';

/** A link with what its page needs. */
export interface AccountLinkRow {
  organization_id: string;
  organization_name: string;
  organization_kind: 'operator' | 'partner';
  id: string;
  /** null: an invitation */
  person_id: string | null;
  email: string;
  name: string | null;
  roles: Role[] | null;
  location_id: string | null;
  location_name: string | null;
  invited_by_name: string | null;
  handed_over: boolean;
  expires_at: Date;
  used_at: Date | null;
  replaced_at: Date | null;
}

/** Unscoped: the exact id and purpose find the link, and the caller has checked the signature. */
export async function unscopedFindLink(
  db: Db | Transaction,
  purpose: AccountLinkPurpose,
  linkId: string,
): Promise<AccountLinkRow | undefined> {
  const { rows } = await sql<AccountLinkRow>`select * from find_account_link(${linkId}, ${purpose})`.execute(
    db,
  );
  return rows[0];
}

/** @returns false when there is already a link with this id */
export async function insertLink(tx: Transaction, link: Insertable<AccountLink>): Promise<boolean> {
  const result = await tx
    .insertInto('account_link')
    .values(link)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Marks a link as used; of concurrent calls only one returns true. */
export async function claimLink(
  tx: Transaction,
  organizationId: string,
  linkId: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('account_link')
    .set({ used_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends the open links of the transaction's person, in all organizations. */
export async function unscopedReplaceLinks(
  tx: Transaction,
  personId: string,
  purpose: AccountLinkPurpose,
  at: Date,
): Promise<void> {
  await sql`select replace_account_links(${personId}, ${purpose}, ${at})`.execute(tx);
}

/** The address that the transaction's person has yet to confirm, whichever organization sent the email. */
export async function unscopedFindWaitingVerification(
  tx: Transaction,
  personId: string,
  at: Date,
): Promise<{ email: string; expires_at: Date } | undefined> {
  const { rows } = await sql<{ email: string; expires_at: Date }>`
    select * from find_waiting_verification(${personId}, ${at})`.execute(tx);
  return rows[0];
}

/** Deletes the organization's links that nobody needs any longer. */
export async function deleteOldLinks(tx: Transaction, organizationId: string, before: Date): Promise<void> {
  await tx
    .deleteFrom('account_link')
    .where('organization_id', '=', organizationId)
    .where('created_at', '<', before)
    .execute();
}

/**
 * Which links count towards the same limit: the invitations of an organization, those to an address in it, or all links
 * of a person.
 */
export type LinkCount =
  | { readonly purpose: 'join'; readonly organizationId: string; readonly email?: string }
  | { readonly purpose: AccountLinkPurpose; readonly personId: string };

/** Locks until the transaction ends, so that links under the same limit are created one after another. */
export async function waitForOtherLinks(tx: Transaction, of: LinkCount): Promise<void> {
  const whose = 'personId' in of ? of.personId : `${of.organizationId} ${of.email?.toLowerCase() ?? ''}`;
  const name = `account link ${of.purpose} ${whose}`;
  await lockName(tx, name);
}

/**
 * When the oldest of the latest `maximum` links was created, which must age before another is allowed; undefined while
 * there are fewer.
 */
export async function findLimitingLink(
  tx: Transaction,
  of: LinkCount,
  since: Date,
  maximum: number,
): Promise<Date | undefined> {
  if ('personId' in of) return unscopedFindLimitingLink(tx, of, since, maximum);
  const { purpose, organizationId, email } = of;
  const row = await tx
    .selectFrom('account_link')
    .select('created_at')
    .where('organization_id', '=', organizationId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .$if(email !== undefined, (query) => query.where(sql`lower(email)`, '=', email?.toLowerCase() ?? ''))
    .orderBy('created_at', 'desc')
    .offset(maximum - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.created_at;
}

async function unscopedFindLimitingLink(
  tx: Transaction,
  { personId, purpose }: Extract<LinkCount, { personId: string }>,
  since: Date,
  maximum: number,
): Promise<Date | undefined> {
  const { rows } = await sql<{ made_at: Date | null }>`
    select find_limiting_link(${personId}, ${purpose}, ${since}, ${maximum}) as made_at`.execute(tx);
  return rows[0]?.made_at ?? undefined;
}
