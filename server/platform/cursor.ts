import type { z } from 'zod';

/** An opaque cursor for a place in a list: where a page ended. */
export function writeCursor(place: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * The place that a cursor stands for; undefined when it is not one of that shape. It only says where to continue: what
 * may be seen is decided each time.
 */
export function readCursor<Place>(shape: z.ZodType<Place>, cursor: string): Place | undefined {
  return shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))).data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
