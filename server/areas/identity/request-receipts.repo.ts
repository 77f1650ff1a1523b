import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { hashJson } from '../../platform/canonical-json.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError } from '../../platform/errors.ts';
import type { Actor } from './actor.ts';
import { sentence } from './catalogue.ts';

/**
 * How long a repeated request is recognized. The app forgets its own after seven days (decision 030); bulk actions, which
 * a receipt may name, are kept as long.
 */
const keptDays = 30;

/** A request that creates something, with the id it would have. */
export interface MakingRequest {
  readonly door: 'api-token' | 'intake-endpoint' | 'announcement' | 'bulk-action' | 'activity' | 'export';
  /** undefined: the request cannot be recognized when repeated, so each one creates something new. */
  readonly idempotencyKey: string | undefined;
  readonly body: unknown;
  readonly newId: string;
  readonly at: Date;
}

/**
 * Claims a request's key in the transaction that does the request's work; of two concurrent requests, one waits for the
 * other.
 * @returns the id of what the same request created before; undefined: it is new
 * @throws AppError idempotency-key-reused when the key came with another body
 */
export async function recallRequest(
  tx: Transaction,
  actor: Actor,
  { door, idempotencyKey, body, newId, at }: MakingRequest,
): Promise<string | undefined> {
  if (idempotencyKey === undefined) return undefined;
  const owner = {
    organization_id: actor.organizationId,
    sender_id: actor.kind === 'person' ? actor.personId : actor.tokenId,
    door,
    key: createHash('sha256').update(idempotencyKey).digest(),
  };
  const requestHash = hashJson(body);
  const claimed = await tx
    .insertInto('request_receipt')
    .values({ ...owner, request_hash: requestHash, made_id: newId, received_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 1n) return undefined;
  const known = await tx
    .selectFrom('request_receipt')
    .select(['request_hash', 'made_id'])
    .where('organization_id', '=', owner.organization_id)
    .where('sender_id', '=', owner.sender_id)
    .where('door', '=', door)
    .where('key', '=', owner.key)
    .executeTakeFirstOrThrow();
  if (known.request_hash.equals(requestHash)) return known.made_id;
  throw usedKey();
}

/** Deletes the receipts of all organizations that are too old to matter. @returns how many */
export async function unscopedForgetReceipts(db: Db, now: Date): Promise<number> {
  const receivedBefore = new Date(now.getTime() - keptDays * 86_400_000);
  const { rows } = await sql<{ count: number }>`
    select forget_request_receipts(${receivedBefore}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** An Idempotency-Key that came with another request before. */
export function usedKey(): AppError {
  return new AppError('idempotency-key-reused', sentence('usedKey'));
}
