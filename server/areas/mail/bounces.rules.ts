const shape = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^@\s<>]+>?$/i;

/** The email that one of our Message-IDs belongs to; undefined: the Message-ID is not ours. */
export function mailIdOf(messageId: string): string | undefined {
  return shape.exec(messageId.trim())?.[1]?.toLowerCase();
}
