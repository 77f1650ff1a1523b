import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { type CanOwn, findPossibleOwners } from '../owners.ts';
import { countOwned } from '../sharing/owned-leads.repo.ts';
import { Sharing } from '../sharing/sharing.rules.ts';

/** Who can own the leads of a batch, and who gets which. */
export interface OwnersOfBatch {
  readonly canOwn: CanOwn;
  readonly sharing: Sharing;
}

/** Looks up where people work, and how many leads those among whom the batch is shared have now. */
export async function findOwnersOfBatch(
  { tx, scope }: { readonly tx: Transaction; readonly scope: LeadScope },
  sharedAmong: readonly string[],
): Promise<OwnersOfBatch> {
  // One person gets all of them, whatever they have.
  const loads =
    sharedAmong.length > 1
      ? await countOwned(tx, scope.organizationId, sharedAmong, scope.now)
      : new Map<string, number>();
  return {
    canOwn: await findPossibleOwners(tx, scope.organizationId),
    sharing: new Sharing(loads),
  };
}
