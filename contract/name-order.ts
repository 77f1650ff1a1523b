import { foldForSearch } from './search-folding.ts';

// No other imports: the browser uses this too.

/**
 * Below, at or above zero as names stand in lists (WS-4): by the name as readers compare it, accents, case and way of
 * writing aside, then by the name itself, so that the order is the same everywhere. The database has it as `asRead`.
 */
export function compareNames(one: string, other: string): number {
  return compareSigns(foldForSearch(one), foldForSearch(other)) || compareSigns(one, other);
}

/** The things by their names, as {@link compareNames} orders them; each name is folded once. */
export function sortByName<Thing>(things: Iterable<Thing>, nameOf: (thing: Thing) => string): Thing[] {
  return [...things]
    .map((thing) => ({ thing, name: nameOf(thing), folded: foldForSearch(nameOf(thing)) }))
    .sort((one, other) => compareSigns(one.folded, other.folded) || compareSigns(one.name, other.name))
    .map(({ thing }) => thing);
}

/** By code points, as the database's collation C has it; by code units signs beyond the first plane stand elsewhere. */
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
