import { columnWidths } from '../../../../contract/leads/lists.ts';
import { t } from './catalogue.ts';
import classes from './column-edge.module.css';
import type { Column } from './columns.tsx';
import { Edge } from './edge.tsx';

/** How the edges of columns change their widths; all in rem. */
export interface ColumnResizing {
  /** Shows a width for the time being. */
  preview: (id: Column['id'], width: number) => void;
  /** Keeps what is shown. */
  keep: (id: Column['id'], width: number) => void;
  /** Goes back to the widths that are kept. */
  cancel: () => void;
  /** The width at which nothing in the column is cut off. */
  fit: (id: Column['id']) => void;
}

interface Props {
  column: Column;
  /** As it is shown, in rem. */
  width: number;
  resizing: ColumnResizing;
}

/** The edge of a column. A double click fits what is in the column. */
export function ColumnEdge({ column, width, resizing }: Props) {
  const { id } = column;
  return (
    <Edge
      label={t('columns.resize', { column: column.fullLabel ?? column.label })}
      hint={t('columns.resizeHint')}
      className={classes.edge}
      width={width}
      range={columnWidths}
      preview={(next) => resizing.preview(id, next)}
      keep={(next) => resizing.keep(id, next)}
      cancel={resizing.cancel}
      onFit={() => resizing.fit(id)}
    />
  );
}
