/**
 * Which link the page belongs to: the longest one that the page's address begins with, so that a settings section with
 * its own link isn't marked twice.
 */
export function findCurrent(addresses: readonly string[], path: string): string | undefined {
  return addresses
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}

/** The same among entries of which several open one page, each with a tab of its own. */
export function findCurrentEntry<Entry extends { readonly to: string; readonly tab?: string }>(
  entries: readonly Entry[],
  path: string,
  tab: string,
): Entry | undefined {
  const to = findCurrent(
    entries.map((entry) => entry.to),
    path,
  );
  return entries.find((entry) => entry.to === to && (entry.tab === undefined || entry.tab === tab));
}
