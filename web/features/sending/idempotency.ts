/** A key that nobody else will make. Works on plain HTTP too, where `randomUUID` does not exist. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives the same key as long as the same content is sent, so that a second press or a retry after a lost
 * answer makes one lead (IN-3), and a new key as soon as something was changed.
 */
export function createKeyring(make: () => string = makeKey): (content: unknown) => string {
  let last: { content: string; key: string } | undefined;
  return (content) => {
    const text = JSON.stringify(content);
    if (last?.content !== text) last = { content: text, key: make() };
    return last.key;
  };
}
