/**
 * Which link the page belongs to: the longest one that the page's address begins with, so that a settings section with
 * its own link isn't marked twice.
 */
export function findCurrent(addresses: readonly string[], path: string): string | undefined {
  return addresses
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}
