import type { LeadRow } from './lead-row.ts';
import type { LeadScope } from './lead-scope.sql.ts';

type Scope = Pick<LeadScope, 'everything' | 'locationIds' | 'personId'>;

/**
 * True when the actor sees the lead as its owner and in no other way: they keep it, since they could not undo what they
 * did.
 */
export function seesAsOwnerOnly(
  { everything, locationIds, personId }: Scope,
  row: Pick<LeadRow, 'assigned_to' | 'location_id'>,
  team: readonly string[],
): boolean {
  if (everything || personId === null || row.assigned_to !== personId) return false;
  if (row.location_id !== null && locationIds.includes(row.location_id)) return false;
  return !team.includes(personId);
}

/** True when whoever sees only their own leads would no longer see this one with such a team. */
export function losesSight(
  { everything, locationIds, personId }: Scope,
  row: Pick<LeadRow, 'assigned_to'>,
  team: readonly string[],
): boolean {
  const seesOwnLeadsOnly = !everything && locationIds.length === 0;
  const isOwner = row.assigned_to === personId;
  return seesOwnLeadsOnly && !isOwner && personId !== null && !team.includes(personId);
}

/** Whether somebody who works leads at these places, null being everywhere, can own a lead of that location (ID-2). */
export function worksAt(places: ReadonlySet<string | null> | undefined, locationId: string | null): boolean {
  if (places === undefined) return false;
  return places.has(null) || (locationId !== null && places.has(locationId));
}
