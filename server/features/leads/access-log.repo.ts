import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { Actor } from '../identity/index.ts';

export interface AccessEntry {
  readonly action:
    | 'lead.list'
    | 'lead.read'
    | 'lead.export'
    | 'lead.change'
    | 'quarantine.list'
    | 'quarantine.read'
    | 'quarantine.change'
    | 'policy.change'
    | 'people.change'
    | 'announcement.publish'
    | 'mail.list'
    | 'mail.read';
  readonly leadIds: readonly string[];
  readonly detail?: string;
  readonly at: Date;
}

/**
 * Appends to the access log (ID-7).
 */
export async function recordAccess(
  tx: Transaction,
  actor: Pick<Actor, 'organizationId' | 'personId' | 'name'>,
  entry: AccessEntry,
): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({
      organization_id: actor.organizationId,
      id: newId(),
      at: entry.at,
      actor_person_id: actor.personId,
      actor_name: actor.name,
      action: entry.action,
      lead_ids: [...entry.leadIds],
      detail: entry.detail ?? null,
    })
    .execute();
}

/**
 * Appends to the access log in a transaction that otherwise only reads: the answer does not wait for the disk,
 * so a power cut (not a crash) may lose the entries of the last half second, never anything else.
 */
export async function recordRead(tx: Transaction, actor: Actor, entry: AccessEntry): Promise<void> {
  if (entry.leadIds.length === 0 && entry.action !== 'lead.export') return;
  await sql`set local synchronous_commit = off`.execute(tx);
  await recordAccess(tx, actor, entry);
}

/** One page of the access log, newest first. */
export function listAccess(
  tx: Transaction,
  organizationId: string,
  before: string | undefined,
  limit: number,
) {
  return tx
    .selectFrom('access_log')
    .select(['id', 'at', 'actor_name', 'action', 'lead_ids', 'detail'])
    .where('organization_id', '=', organizationId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}
