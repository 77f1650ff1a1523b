/** A key that nobody else will make. Works on plain HTTP too, where `randomUUID` does not exist. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A try that was never answered, as it is remembered with the draft: also after the page was loaded again. */
interface EarlierTry {
  body: string;
  key?: string;
}

/**
 * Gives the same key as long as the same content is sent, so that a second press or a retry after a lost
 * answer makes one lead (IN-3), and a new key as soon as something was changed.
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
