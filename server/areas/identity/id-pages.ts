import { foreignCursor } from '../../platform/errors.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page that a reader requests: `cursor` is the id of the last row they have. */
export interface IdPageQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface IdPage<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** @throws AppError invalid-cursor */
export function readIdPage({ cursor, limit }: IdPageQuery): { before: string | undefined; limit: number } {
  if (cursor !== undefined && !uuid.test(cursor)) {
    throw foreignCursor();
  }
  return { before: cursor, limit };
}

/** Turns rows, read with one more than the page holds, into the page; its cursor is the id of its last row. */
export function idPageOf<Row extends { id: string }, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
): IdPage<Item> {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
