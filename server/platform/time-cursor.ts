import { z } from 'zod';
import { writtenInstant } from '../../contract/text.ts';
import { readCursor, writeCursor } from './cursor.ts';
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
  const place = readCursor(shape, cursor);
  if (place === undefined) throw foreignCursor();
  return place;
}

/** The cursor of a place. */
export function writeTimeCursor(place: TimePlace): string {
  return writeCursor(place);
}
