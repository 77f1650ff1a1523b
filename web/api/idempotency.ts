/** A unique key. Works over plain HTTP too, where `randomUUID` doesn't exist. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A new id (UUID, version 4), for what the app names before the server has it. Works over plain HTTP too. */
export function makeId(): string {
  const digits = makeKey();
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4];
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`];
  return [...parts, `${variant}${digits.slice(17, 20)}`, digits.slice(20)].join('-');
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
