import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

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
    // Programs read this name in the access log, and nothing of the API is renamed; it stays for “withdraw”.
    | 'announcement.take-back'
    | 'mail.list'
    | 'mail.read'
    | 'session.sign-in'
    | 'session.sign-out'
    | 'session.failed-sign-in'
    | 'account.rename'
    | 'account.password'
    | 'account.email'
    | 'token.create'
    | 'token.revoke'
    | 'endpoint.create'
    | 'endpoint.revoke'
    | 'feed.create'
    | 'feed.revoke'
    | 'settings.change'
    | 'operator.list'
    | 'operator.read';
  readonly leadIds: readonly string[];
  readonly detail?: string;
  /** Details for programs, next to the words: ids, filters, numbers; never a contact detail. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly at: Date;
  /** Set where the same thing may be recorded twice: it is then stored once. */
  readonly id?: string;
}

/** Who acted: stored by id, and by their name at the time, so that a new name changes no old entry. */
export interface AccessActor {
  readonly organizationId: string;
  /** null: a program, or someone who runs the installation. */
  readonly personId: string | null;
  readonly name: string;
  readonly tokenId?: string;
}

/** Appends to the access log (ID-7). */
export async function recordAccess(tx: Transaction, actor: AccessActor, entry: AccessEntry): Promise<void> {
  await tx
    .insertInto('access_log')
    .values({
      organization_id: actor.organizationId,
      id: entry.id ?? newId(),
      at: entry.at,
      actor_person_id: actor.personId,
      actor_token_id: actor.tokenId ?? null,
      actor_name: actor.name,
      action: entry.action,
      lead_ids: [...entry.leadIds],
      detail: entry.detail ?? null,
      facts: entry.facts === undefined ? null : JSON.stringify(entry.facts),
    })
    .$if(entry.id !== undefined, (query) => query.onConflict((conflict) => conflict.doNothing()))
    .execute();
}

/**
 * Appends to the access log in a transaction that otherwise only reads: the answer does not wait for the disk,
 * so a power cut (not a crash) may lose the entries of the last half second, never anything else.
 */
export async function recordRead(tx: Transaction, actor: AccessActor, entry: AccessEntry): Promise<void> {
  if (entry.leadIds.length === 0 && entry.action !== 'lead.export') return;
  await sql`set local synchronous_commit = off`.execute(tx);
  await recordAccess(tx, actor, entry);
}

/** One page of the access log, newest first, with people's current names. */
export function listAccess(
  tx: Transaction,
  organizationId: string,
  before: string | undefined,
  limit: number,
) {
  return tx
    .selectFrom('access_log as entry')
    .leftJoin('person as who', 'who.id', 'entry.actor_person_id')
    .select([
      'entry.id',
      'entry.at',
      'entry.actor_person_id',
      'entry.actor_token_id',
      'entry.actor_name',
      'who.name as actor_name_now',
      'entry.action',
      'entry.lead_ids',
      'entry.detail',
      'entry.facts',
    ])
    .where('entry.organization_id', '=', organizationId)
    .$if(before !== undefined, (query) => query.where('entry.id', '<', before ?? ''))
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute();
}
