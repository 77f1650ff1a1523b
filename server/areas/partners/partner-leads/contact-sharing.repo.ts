import type { Transaction } from '../../../platform/database/database.ts';
import { lockName } from '../../../platform/database/lock-name.ts';

/** A partner's decision about sharing contacts with the operator. */
export interface KeptSharing {
  readonly withOperator: boolean;
  readonly changedAt: Date;
  readonly changedBy: string;
  /** Changes with every decision. */
  readonly revision: string;
}

/** undefined: never decided, so contacts are not shared. */
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

/** Changes come one after another, including the first one. */
export async function lockSharing(tx: Transaction, organizationId: string): Promise<void> {
  await lockName(tx, `contact-sharing ${organizationId}`);
}

/** Stores the decision, replacing the previous one. */
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
