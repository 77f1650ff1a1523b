import type { ReactNode, RefObject } from 'react';
import classes from './data-table.module.css';
import { type ColumnSort, SortButton } from './sort-button.tsx';

/** One column of a {@link DataTable}. */
export interface Column<Row> {
  /** Shown above the column, and before each value where a row becomes a card. */
  readonly title: string;
  readonly show: (row: Row) => ReactNode;
  /** It says what the row is about, for screen readers too. */
  readonly names?: true;
  /** A card shows the value without its title, as it speaks for itself. */
  readonly bare?: true;
  /** A table that has no room for all columns leaves it out; a card shows it. */
  readonly spare?: true;
  /** Moments and numbers stay on one line. */
  readonly whole?: true;
  /** How the rows are sorted by it, and what a press on its header does; missing: not at all. */
  readonly sort?: ColumnSort;
}

interface DataTableProps<Row> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** `links`: each row leads somewhere; `log`: small, for reading through. */
  look?: 'links' | 'log';
  tableRef?: RefObject<HTMLTableElement | null>;
}

/** A table from edge to edge of a flush panel; on narrow screens, each row becomes a card. */
export function DataTable<Row>({ columns, rows, keyOf, look, tableRef }: DataTableProps<Row>) {
  return (
    <div className={classes.room}>
      <table className={classes.table} data-look={look} ref={tableRef}>
        <thead>
          <tr>
            {columns.map(({ title, sort, spare }) => (
              <th
                key={title}
                scope="col"
                data-spare={spare}
                aria-sort={sort === undefined || sort.direction === 'none' ? undefined : sort.direction}
              >
                {sort ? <SortButton sort={sort}>{title}</SortButton> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({
  column: { title, show, names, bare, spare, whole },
  row,
}: {
  column: Column<Row>;
  row: Row;
}) {
  if (names) return <th scope="row">{show(row)}</th>;
  return (
    <td data-label={bare ? undefined : title} data-spare={spare} data-whole={whole}>
      {show(row)}
    </td>
  );
}
