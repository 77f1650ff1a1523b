import { useMemo } from 'react';
import type { ChosenColumn, Look } from '../../../lead-query/look.ts';
import { type Column, columns } from './columns.tsx';

const usual: readonly ChosenColumn[] = columns.flatMap(({ id, hiddenAtFirst }) =>
  hiddenAtFirst ? [] : [{ id }],
);
const byId = new Map(columns.map((column) => [column.id, column]));

/** The chosen columns with their widths. The customer, who is the name of the row, is always one of them. */
export function chosenColumns(chosen: Look['columns']): Column[] {
  const shown = (chosen ?? usual).flatMap(({ id, width }): Column[] => {
    const column = byId.get(id);
    return column ? [width === undefined ? column : { ...column, width }] : [];
  });
  const [first] = columns;
  return first === undefined || shown.some(({ id }) => id === first.id) ? shown : [first, ...shown];
}

export interface ColumnChoice {
  /** The chosen columns, whether or not there is room for them. */
  visible: Column[];
  toggle: (id: Column['id']) => void;
  reset: () => void;
  isUsual: boolean;
}

/** The columns that the person chose, in the view that is open or outside views. */
export function useColumnChoice(look: Look, change: (part: Partial<Look>) => void): ColumnChoice {
  const { columns: chosen } = look;
  const visible = useMemo(() => chosenColumns(chosen), [chosen]);
  const toggle = (id: Column['id']) => {
    const before = chosen ?? usual;
    const after = before.filter((one) => one.id !== id);
    if (after.length < before.length) return change({ columns: after });
    // A column comes back to where it usually is, as far as that can be said of the others.
    const order = columns.map((column) => column.id);
    const at = before.findIndex((one) => order.indexOf(one.id) > order.indexOf(id));
    change({ columns: before.toSpliced(at === -1 ? before.length : at, 0, { id }) });
  };
  return { visible, toggle, reset: () => change({ columns: null }), isUsual: chosen === null };
}
