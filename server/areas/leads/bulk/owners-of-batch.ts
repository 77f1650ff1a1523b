import type { Transaction } from '../../../platform/database/database.ts';
import { listWorkplaces } from '../../identity/index.ts';
import type { LeadColumnsRow } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { countOwned } from './bulk.repo.ts';
import { Sharing } from './sharing.rules.ts';

/** Who can own the leads of a batch, and who gets which. */
export interface OwnersOfBatch {
  readonly canOwn: (personId: string, row: Pick<LeadColumnsRow, 'location_id'>) => boolean;
  readonly sharing: Sharing;
}

/** Looks up where people work, and how many leads those among whom the batch is shared have now. */
export async function findOwnersOfBatch(
  { tx, scope }: { readonly tx: Transaction; readonly scope: LeadScope },
  sharedAmong: readonly string[],
): Promise<OwnersOfBatch> {
  const places = new Map<string, Set<string | null>>();
  for (const { personId, locationId } of await listWorkplaces(tx, scope.organizationId))
    places.set(personId, (places.get(personId) ?? new Set()).add(locationId));
  // One person gets all of them, whatever they have.
  const loads =
    sharedAmong.length > 1
      ? await countOwned(tx, scope.organizationId, sharedAmong, scope.now)
      : new Map<string, number>();
  return {
    canOwn: (personId, row) => {
      const own = places.get(personId);
      return own !== undefined && (own.has(null) || (row.location_id !== null && own.has(row.location_id)));
    },
    sharing: new Sharing(loads),
  };
}

/**
 * True when the actor sees the lead as its owner and in no other way: they keep it, since they could not undo what they
 * did.
 */
export function seesAsOwnerOnly(
  { everything, locationIds, personId }: LeadScope,
  { row, team }: { readonly row: LeadColumnsRow; readonly team: readonly string[] },
): boolean {
  if (everything || personId === null || row.assigned_to !== personId) return false;
  if (row.location_id !== null && locationIds.includes(row.location_id)) return false;
  return !team.includes(personId);
}
