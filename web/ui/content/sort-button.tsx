import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './sort-button.module.css';

/** The order of a column. */
export interface ColumnSort {
  readonly direction: 'ascending' | 'descending' | 'none';
  /** Sorts by it, or the other way round. */
  readonly onSort: () => void;
}

interface SortButtonProps {
  sort: ColumnSort;
  /** What the order is, where the column's name does not say it. */
  hint?: string | undefined;
  className?: string | undefined;
  /** The column's name. */
  children: ReactNode;
}

const icons = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort } as const;

/** The header of a column that sorts, with an arrow for the direction; the header's cell says it to screen readers. */
export function SortButton({ sort: { direction, onSort }, hint, className, children }: SortButtonProps) {
  const SortIcon = icons[direction];
  return (
    <button
      type="button"
      className={[classes.sort, className].filter(Boolean).join(' ')}
      data-direction={direction}
      title={hint}
      onClick={onSort}
    >
      {children}
      <SortIcon size={14} aria-hidden />
    </button>
  );
}
