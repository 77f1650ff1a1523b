import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';
import type { PersonActor } from '../actor.ts';

/** An active link, with its person as they are today in the link's organization. */
export interface FeedRow {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly time_zone: string | null;
  readonly locale: string | null;
  readonly last_used_at: Date | null;
  readonly organization_id: string;
  readonly organization_name: string;
  readonly organization_kind: 'operator' | 'partner';
  readonly grants: readonly Pick<PersonActor['grants'][number], 'role' | 'locationId'>[];
}

/**
 * Not bound to an organization: only the exact hash of an active link's token finds it. undefined as well when its
 * person is disabled or has left the organization.
 */
export async function unscopedFindFeed(db: Db, tokenHash: Buffer): Promise<FeedRow | undefined> {
  const { rows } = await sql<FeedRow>`select * from find_calendar_feed(${tokenHash})`.execute(db);
  return rows[0];
}

/** The active link of a person in an organization. */
export function findOwnFeed(tx: Transaction, organizationId: string, personId: string) {
  return tx
    .selectFrom('calendar_feed')
    .select(['created_at', 'last_used_at'])
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}

export interface NewFeed {
  readonly organization_id: string;
  readonly id: string;
  readonly person_id: string;
  readonly token_hash: Buffer;
  readonly created_at: Date;
}

/** Stores a calendar link by the hash of its secret. */
export async function insertFeed(tx: Transaction, feed: NewFeed): Promise<void> {
  await tx.insertInto('calendar_feed').values(feed).execute();
}

/** Takes a lock, so that the second of two concurrent clicks by one person waits for the first. */
export async function lockFeedsOf(tx: Transaction, organizationId: string, personId: string): Promise<void> {
  const name = `calendar-feed ${organizationId} ${personId}`;
  await lockName(tx, name);
}

/** @returns false when the person had no active link */
export async function revokeFeed(
  tx: Transaction,
  organizationId: string,
  personId: string,
  at: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('calendar_feed')
    .set({ revoked_at: at })
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Revokes the active links of a person in all organizations. */
export async function unscopedRevokeFeeds(tx: Transaction, personId: string, at: Date): Promise<void> {
  await sql`select end_calendar_feeds(${personId}, ${at})`.execute(tx);
}

/** Records when a calendar last used the link. */
export async function touchFeed(
  tx: Transaction,
  organizationId: string,
  feedId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('calendar_feed')
    .set({ last_used_at: at })
    .where('organization_id', '=', organizationId)
    .where('id', '=', feedId)
    .execute();
}
