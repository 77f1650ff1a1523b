import { type DealField, type DealValues, dealFields, isSame } from './deal-values.ts';

/** How my unsaved changes compare with those someone else saved. */
export interface Conflict {
  /** Changed by both, to different values: the person must choose. */
  clashing: DealField[];
  /** Changed only by me. */
  mine: DealField[];
  /** Changed only by them. */
  theirs: DealField[];
}

/** Compares the version I started from, what I typed, and the version that is saved now. */
export function compareVersions(base: DealValues, mine: DealValues, theirs: DealValues): Conflict {
  const conflict: Conflict = { clashing: [], mine: [], theirs: [] };
  for (const field of dealFields) {
    const changedByMe = !isSame(field, base[field], mine[field]);
    const changedByThem = !isSame(field, base[field], theirs[field]);
    if (changedByMe && changedByThem) {
      if (!isSame(field, mine[field], theirs[field])) conflict.clashing.push(field);
    } else if (changedByMe) conflict.mine.push(field);
    else if (changedByThem) conflict.theirs.push(field);
  }
  return conflict;
}

/**
 * Merges both into one set of values: what only one side changed comes from that side; where both changed the same
 * field, `prefer` decides.
 */
export function mergeVersions(
  base: DealValues,
  mine: DealValues,
  theirs: DealValues,
  prefer: 'mine' | 'theirs',
): DealValues {
  const { clashing, mine: onlyMine } = compareVersions(base, mine, theirs);
  const takeMine = new Set<DealField>(prefer === 'mine' ? [...onlyMine, ...clashing] : onlyMine);
  const merged: Record<string, unknown> = {};
  for (const field of dealFields) merged[field] = takeMine.has(field) ? mine[field] : theirs[field];
  return merged as unknown as DealValues;
}
