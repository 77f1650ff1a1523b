import { type DealField, type DealValues, dealFields, isClearable, isSame } from './deal-values.ts';

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

/** The three versions of a deal that a conflict is about. */
export interface Versions {
  mine: DealValues;
  theirs: DealValues;
  before: DealValues;
}
export type Side = keyof Versions;

/** The sides of a conflict in display order. */
export const sides = ['mine', 'theirs', 'before'] as const satisfies readonly Side[];

/** The side whose value the field has now; null once it was changed to something else. */
export function findSide(field: DealField, now: DealValues, versions: Versions): Side | null {
  return sides.find((side) => isSame(field, now[field], versions[side][field])) ?? null;
}

/** The sides that can be chosen for a field: a deal always has a value and a day, so these can't become empty again. */
export function listSides(field: DealField, versions: Versions): Side[] {
  return sides.filter((side) => versions[side][field] !== null || isClearable(field));
}
