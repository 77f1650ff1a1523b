/** True for something like an address, to catch typos before sending; the server checks closely. */
export function looksLikeAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && !/\s/u.test(text) && text.slice(at + 2, -1).includes('.');
}
