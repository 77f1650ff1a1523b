import type { LeadSort } from '../../../../contract/leads/lead-fields.ts';
import type { SortOrder } from '../../../lead-query/list-state.ts';

/** The properties of a column that decide whether there is room for it. */
export interface RoomyColumn {
  readonly id: string;
  /** In rem. */
  readonly width: number;
  readonly sort?: LeadSort;
  readonly givesWay?: number;
  /** Stays in view while the others scroll sideways. */
  readonly pinned?: boolean;
}

interface FittedColumns<Column> {
  shown: Column[];
  /** Chosen, but there is no room for them at the moment. */
  withoutRoom: Column[];
}

/**
 * Drops the least important columns until the others fit. Keeps the one that the list is sorted by, and those that
 * never give way: if even these are too wide, the table scrolls sideways.
 * @param roomRem the width that all columns together may take; undefined: not known yet
 */
export function fitColumns<Column extends RoomyColumn>(
  chosen: readonly Column[],
  roomRem: number | undefined,
  sort: SortOrder,
): FittedColumns<Column> {
  const wayOf = ({ givesWay, sort: sorts }: Column) =>
    givesWay === undefined || sort === sorts || sort === `-${sorts}` ? undefined : givesWay;
  const leaving = chosen
    .filter((column) => wayOf(column) !== undefined)
    .sort((one, other) => (wayOf(one) ?? 0) - (wayOf(other) ?? 0));
  let width = chosen.reduce((sum, column) => sum + column.width, 0);
  const gone = new Set<Column>();
  for (const column of leaving) {
    if (roomRem === undefined || width <= roomRem) break;
    gone.add(column);
    width -= column.width;
  }
  return {
    shown: holdPinned(
      chosen.filter((column) => !gone.has(column)),
      roomRem,
    ),
    withoutRoom: chosen.filter((column) => gone.has(column)),
  };
}

const narrowRem = 52;
const pinnedShare = 0.6;

/**
 * Pinned columns stay pinned as long as they leave room for the others to scroll through; in a narrow list, at most the
 * first two do.
 */
function holdPinned<Column extends RoomyColumn>(shown: Column[], roomRem: number | undefined): Column[] {
  if (roomRem === undefined) return shown;
  const most = roomRem < narrowRem ? 2 : shown.length;
  let width = 0;
  return shown.map((column, at) => {
    if (!column.pinned) return column;
    width += column.width;
    return at === 0 || (at < most && width <= roomRem * pinnedShare) ? column : { ...column, pinned: false };
  });
}
