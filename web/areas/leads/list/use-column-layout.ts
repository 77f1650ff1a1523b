import { type RefObject, useMemo, useState } from 'react';
import type { ColumnChoice } from './column-choice.ts';
import type { ColumnResizing } from './column-edge.tsx';
import { spreadWidths } from './column-widths.ts';
import type { Column } from './columns.tsx';
import { useRoom } from './use-room.ts';

/** The widths of the columns before and behind those that people choose: tick box and heart, and the menu. */
export const leadingRem = 4.75;
const menuRem = 1.75;
/** What the columns at the edges take of the room, in rem. */
export const edgesRem = leadingRem + menuRem;

/** One very long name does not push everything else out of view. */
const widestFitRem = 28;
const rootRem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

interface Layout {
  /** In rem, in the order of the columns. */
  readonly widths: readonly number[];
  /** The width of the whole table, if it is wider than its room. */
  readonly total: number;
  readonly resizing: ColumnResizing;
}

/**
 * How wide the columns are, and how that changes. Columns to the left of an edge that moves keep the width that they
 * have, so that the edge stays under the pointer.
 */
export function useColumnLayout(
  columns: readonly Column[],
  region: RefObject<HTMLElement | null>,
  choice: ColumnChoice,
): Layout {
  const room = useRoom(region);
  const [moving, setMoving] = useState<ReadonlyMap<Column['id'], number> | null>(null);
  const widths = useMemo(() => {
    const shown = columns.map((column) => {
      const width = moving?.get(column.id);
      return width === undefined ? column : { width, hasOwnWidth: true };
    });
    return spreadWidths(shown, room === undefined ? undefined : room - edgesRem);
  }, [columns, room, moving]);

  const upTo = (id: Column['id'], width: number) => {
    const at = columns.findIndex((column) => column.id === id);
    const before = columns
      .slice(0, at)
      .map((column, index) => [column.id, widths[index] ?? column.width] as const);
    return new Map([...before, [id, width] as const]);
  };
  const keep = (id: Column['id'], width: number) => {
    setMoving(null);
    choice.resize(upTo(id, width));
  };
  return {
    widths,
    total: widths.reduce((sum, width) => sum + width, edgesRem),
    resizing: {
      preview: (id, width) => setMoving(upTo(id, width)),
      keep,
      cancel: () => setMoving(null),
      fit: (id) => {
        const width = measureFit(region.current, id);
        if (width !== undefined) keep(id, width);
      },
    },
  };
}

/** The width in rem at which nothing in a column is cut off, in the rows that are rendered. */
function measureFit(region: HTMLElement | null, id: Column['id']): number | undefined {
  const table = region?.querySelector('table');
  const head = table?.querySelector<HTMLElement>(`[data-order="${id}"]`);
  if (!region || !table || !head) return undefined;
  const { scrollLeft } = region;
  table.dataset.fitting = '';
  const { width } = head.getBoundingClientRect();
  delete table.dataset.fitting;
  region.scrollLeft = scrollLeft;
  return Math.min(widestFitRem, width / rootRem() + 0.125);
}
