import { useMemo } from 'react';
import type { ChosenColumn, Look } from '../../../lead-query/look.ts';
import {
  firstColumn,
  inOrder,
  moved,
  movedBefore,
  withColumn,
  withoutColumn,
  withPin,
  withWidths,
} from './column-changes.ts';
import { type Column, columns } from './columns.tsx';

const usual: readonly ChosenColumn[] = columns.flatMap(({ id, hiddenAtFirst }) =>
  hiddenAtFirst ? [] : [{ id }],
);
const usualOrder = columns.map(({ id }) => id);
const byId = new Map(columns.map((column) => [column.id, column]));

/** The chosen columns in their order, each as wide as was chosen. What someone set or pinned does not give way. */
function chosenColumns(chosen: Look['columns']): Column[] {
  return inOrder(chosen ?? usual).flatMap(({ id, width, pinned }): Column[] => {
    const column = byId.get(id);
    if (!column) return [];
    const { givesWay, ...kept } = column;
    const isSet = width !== undefined || pinned === true;
    return [
      {
        ...kept,
        ...(!isSet && givesWay !== undefined && { givesWay }),
        ...(width !== undefined && { width, hasOwnWidth: true }),
        ...((pinned || id === firstColumn) && { pinned: true }),
      },
    ];
  });
}

export interface ColumnChoice {
  /** The chosen columns, whether or not there is room for them. */
  visible: Column[];
  toggle: (id: Column['id']) => void;
  /** Moves a column by some places. @returns its new place, counted from 1 */
  move: (id: Column['id'], steps: number) => number;
  /** Moves a column in front of another one; null: to the end. @returns its new place, counted from 1 */
  moveBefore: (id: Column['id'], before: Column['id'] | null) => number;
  pin: (id: Column['id'], pinned: boolean) => void;
  /** Gives columns widths of their own, in rem. */
  resize: (widths: ReadonlyMap<Column['id'], number>) => void;
  reset: () => void;
  isUsual: boolean;
}

/** The columns that the person chose, in the view that is open or outside views. */
export function useColumnChoice(look: Look, change: (part: Partial<Look>) => void): ColumnChoice {
  const { columns: chosen } = look;
  const visible = useMemo(() => chosenColumns(chosen), [chosen]);
  const before = chosen ?? usual;
  const place = (id: Column['id'], after: ChosenColumn[]) => {
    const isSame = inOrder(before).every((one, at) => one.id === after[at]?.id);
    if (!isSame) change({ columns: after });
    return after.findIndex((one) => one.id === id) + 1;
  };
  return {
    visible,
    toggle: (id) => {
      const isShown = before.some((one) => one.id === id);
      const { width = 8 } = byId.get(id) ?? {};
      change({ columns: isShown ? withoutColumn(before, id) : withColumn(before, id, width, usualOrder) });
    },
    move: (id, steps) => place(id, moved(before, id, steps)),
    moveBefore: (id, other) => place(id, movedBefore(before, id, other)),
    pin: (id, pinned) => change({ columns: withPin(before, id, pinned) }),
    resize: (widths) => change({ columns: withWidths(before, widths) }),
    reset: () => change({ columns: null }),
    isUsual: chosen === null,
  };
}
