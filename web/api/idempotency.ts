/** A unique key. Works over plain HTTP too, where `randomUUID` doesn't exist. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An attempt that was never answered, stored with the draft so that it survives a reload. */
interface EarlierTry {
  body: string;
  key?: string;
}

/**
 * Returns the same key as long as the content is the same, so that a second click or a retry after a lost answer
 * creates one lead (IN-3), and a new key once the content has changed.
 */
export function createKeyring(
  make: () => string = makeKey,
): (content: unknown, earlier?: EarlierTry) => string {
  let last: { content: string; key: string } | undefined;
  return (content, earlier) => {
    const text = JSON.stringify(content);
    if (last === undefined && earlier?.key && earlier.body === text)
      last = { content: text, key: earlier.key };
    if (last?.content !== text) last = { content: text, key: make() };
    return last.key;
  };
}
