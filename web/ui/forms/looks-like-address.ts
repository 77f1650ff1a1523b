/** True for something like an address, so that a slip is seen before it is sent; the server looks closely. */
export function looksLikeAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && !/\s/u.test(text) && text.slice(at + 2, -1).includes('.');
}
