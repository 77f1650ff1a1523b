import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import type { SortOrder } from '../../../lead-query/list-state.ts';
import { isCell } from '../../../lead-query/look.ts';
import { type ColumnSort, SortButton } from '../../../ui/content/sort-button.tsx';
import { stepOf } from '../../../ui/direction.ts';
import { t } from './catalogue.ts';
import { firstColumn } from './column-changes.ts';
import type { ColumnChoice } from './column-choice.ts';
import { ColumnEdge, type ColumnResizing } from './column-edge.tsx';
import type { Column } from './columns.tsx';
import classes from './grid.module.css';
import { nextSort } from './next-sort.ts';
import { pinnedStyle } from './pinned-style.ts';
import { landingAt, useDragOrder } from './use-drag-order.ts';
import { useMovedWords } from './use-moved-words.tsx';

interface Props {
  /** The head of the column before the others. */
  leading: ReactNode;
  columns: Column[];
  /** As they are shown, in rem. */
  widths: readonly number[];
  sort: SortOrder;
  onSort: (sort: SortOrder) => void;
  choice: Pick<ColumnChoice, 'move' | 'moveBefore'>;
  resizing: ColumnResizing;
}

function directionOf(column: Column, sort: SortOrder): ColumnSort['direction'] {
  if (sort === column.sort) return 'ascending';
  return sort === `-${column.sort}` ? 'descending' : 'none';
}

/**
 * The column headers: the sorted one shows its direction. They can be dragged to another place, or moved with Alt, Shift
 * and the arrow keys, and their edges set the widths.
 */
export function GridHead({ leading, columns, widths, sort, onSort, choice, resizing }: Props) {
  const row = useRef<HTMLTableRowElement>(null);
  const { said, say } = useMovedWords(columns);
  const { dragged, grab } = useDragOrder<Column['id']>({
    container: row,
    axis: 'x',
    isId: isCell,
    onDrop: ({ id, before }) => say(id, choice.moveBefore(id, before)),
  });
  const refocus = useRefocus(columns);

  function onKeyDown(press: KeyboardEvent, id: Column['id']) {
    if (!press.altKey || !press.shiftKey) return;
    const step = stepOf(press.key);
    if (step === undefined) return;
    press.preventDefault();
    refocus(press.target);
    say(id, choice.move(id, step));
  }

  return (
    <thead>
      <tr ref={row} aria-rowindex={1} data-dragging={dragged !== null || undefined}>
        <th scope="col" className={classes.heartCell}>
          {leading}
          {said}
        </th>
        {columns.map((column, at) => (
          <th
            key={column.id}
            scope="col"
            aria-sort={sortOf(column, sort)}
            data-align={column.alignEnd ? 'end' : undefined}
            data-order={column.id}
            data-dragged={dragged?.id === column.id || undefined}
            data-landing={landingAt(columns, at, dragged)}
            title={column.fullLabel}
            aria-label={column.label}
            onKeyDown={(press) => onKeyDown(press, column.id)}
            onPointerDown={(press) => {
              // A finger scrolls sideways; the list of columns is for fingers.
              if (press.pointerType !== 'touch' && column.id !== firstColumn) grab(press, column.id);
            }}
            {...pinnedStyle(columns, at)}
          >
            <HeadLabel column={column} sort={sort} onSort={onSort} />
            <ColumnEdge column={column} width={widths[at] ?? column.width} resizing={resizing} />
          </th>
        ))}
        <th scope="col" className={classes.endCell}>
          <span className="ll-visually-hidden">{t('rowMenu.column')}</span>
        </th>
      </tr>
    </thead>
  );
}

/** Keeps the focus where it is when the columns change places. */
function useRefocus(columns: Column[]) {
  const held = useRef<HTMLElement>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns are what may have moved
  useLayoutEffect(() => {
    held.current?.focus({ preventScroll: false });
    held.current = undefined;
  }, [columns]);
  return (target: EventTarget) => {
    held.current = target instanceof HTMLElement ? target : undefined;
  };
}

function sortOf(column: Column, sort: SortOrder) {
  const direction = directionOf(column, sort);
  return direction === 'none' ? undefined : direction;
}

function HeadLabel({ column, sort, onSort }: { column: Column } & Pick<Props, 'sort' | 'onSort'>) {
  const next = nextSort(column, sort);
  if (next === null) return <span className={classes.label}>{column.label}</span>;
  const order = { direction: directionOf(column, sort), onSort: () => onSort(next) };
  return (
    <SortButton sort={order} hint={column.sortHint} className={classes.sort}>
      <span className={classes.label}>{column.label}</span>
    </SortButton>
  );
}
