import { z } from 'zod';
import { writtenInstant } from '../../contract/text.ts';
import { foreignCursor } from './errors.ts';

/** A place in a list that is ordered by time, newest first, and then by id. */
export type TimePlace = readonly [at: string, id: string];

const shape = z.tuple([writtenInstant, z.uuid()]);

/**
 * The place that a cursor encodes; undefined without a cursor.
 * @throws AppError invalid-cursor
 */
export function readTimeCursor(cursor: string | undefined): TimePlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw foreignCursor();
  }
}

/** The cursor of a place. */
export function writeTimeCursor(place: TimePlace): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}
