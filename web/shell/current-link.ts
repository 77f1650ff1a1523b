/**
 * Which of the links the page belongs to: the one whose address the page's begins with, and of several the longest, so
 * that a part of the settings that has a link of its own is not marked twice.
 */
export function findCurrent(addresses: readonly string[], path: string): string | undefined {
  return addresses
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .toSorted((one, other) => other.length - one.length)[0];
}
