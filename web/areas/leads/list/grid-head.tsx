import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SortOrder } from '../../../lead-query/list-state.ts';
import type { Column } from './columns.tsx';
import classes from './grid.module.css';
import { nextSort } from './next-sort.ts';

interface Props {
  /** The head of the column before the others. */
  leading: ReactNode;
  columns: Column[];
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
}

type Direction = 'ascending' | 'descending' | 'none';

function directionOf(column: Column, sort: SortOrder): Direction {
  if (sort === column.sort) return 'ascending';
  return sort === `-${column.sort}` ? 'descending' : 'none';
}

/** The column headers; the sorted one shows its direction. */
export function GridHead({ leading, columns, sort, onSort }: Props) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.heartCell}>
          {leading}
        </th>
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort };

function HeadCell({ column, sort, onSort }: { column: Column } & Omit<Props, 'columns' | 'leading'>) {
  const align = column.alignEnd ? 'end' : undefined;
  const next = nextSort(column, sort);
  if (next === null) {
    return (
      <th scope="col" data-align={align} title={column.fullLabel}>
        {column.label}
      </th>
    );
  }
  const direction = directionOf(column, sort);
  const SortIcon = icons[direction];
  return (
    <th scope="col" aria-sort={direction === 'none' ? undefined : direction} data-align={align}>
      <button
        type="button"
        className={classes.sort}
        data-direction={direction}
        title={column.sortHint}
        onClick={() => onSort(next)}
      >
        {column.label}
        <SortIcon size={14} aria-hidden />
      </button>
    </th>
  );
}
