import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';

/** What a partner decided about showing contacts to the operator. */
export interface KeptSharing {
  readonly withOperator: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
  /** Another one with every change. */
  readonly revision: string;
}

/** undefined: never decided, contacts are not shown. */
export async function findSharing(tx: Transaction, organizationId: string): Promise<KeptSharing | undefined> {
  const row = await tx
    .selectFrom('contact_sharing')
    .select(['with_operator', 'changed_at', 'changed_by', 'revision'])
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  return (
    row && {
      withOperator: row.with_operator,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
      revision: row.revision,
    }
  );
}

/** Changes come one after another, the first one too. */
export async function lockSharing(tx: Transaction, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`contact-sharing ${organizationId}`}, 0))`.execute(
    tx,
  );
}

/** Keeps the decision in place of the one before. */
export async function saveSharing(tx: Transaction, organizationId: string, kept: KeptSharing): Promise<void> {
  const columns = {
    with_operator: kept.withOperator,
    changed_at: kept.changedAt,
    changed_by: kept.changedBy,
    revision: kept.revision,
  };
  await tx
    .insertInto('contact_sharing')
    .values({ organization_id: organizationId, ...columns })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(columns))
    .execute();
}
