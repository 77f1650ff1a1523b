const shape = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^@\s<>]+>?$/i;

/** The mail that a Message-ID of ours was made from; undefined: it is nobody's of ours. */
export function mailIdOf(messageId: string): string | undefined {
  return shape.exec(messageId.trim())?.[1]?.toLowerCase();
}
