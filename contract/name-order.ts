import { foldForSearch } from './search-folding.ts';

// No other imports: the browser uses this too.

/**
 * Below, at or above zero by the order of names in lists (WS-4): first as readers compare them, ignoring accents, case
 * and spelling variants, then exactly, so that the order is the same everywhere. `asRead` does the same in the
 * database.
 */
export function compareNames(one: string, other: string): number {
  return compareSigns(foldForSearch(one), foldForSearch(other)) || compareSigns(one, other);
}

/** Sorts things by name, as {@link compareNames} does; folds each name once. */
export function sortByName<Thing>(things: Iterable<Thing>, nameOf: (thing: Thing) => string): Thing[] {
  return [...things]
    .map((thing) => ({ thing, name: nameOf(thing), folded: foldForSearch(nameOf(thing)) }))
    .sort((one, other) => compareSigns(one.folded, other.folded) || compareSigns(one.name, other.name))
    .map(({ thing }) => thing);
}

/** By code point, like the database's collation C; code units would misplace characters beyond the first plane. */
function compareSigns(one: string, other: string): number {
  if (one === other) return 0;
  const signs = other[Symbol.iterator]();
  for (const sign of one) {
    const { value, done } = signs.next();
    if (done) return 1;
    const difference = (sign.codePointAt(0) ?? 0) - (value.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return -1;
}
