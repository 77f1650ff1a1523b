import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import { columnWidths } from '../../../../contract/leads/lists.ts';
import { clampWidth } from '../../../lead-query/look.ts';
import { t } from './catalogue.ts';
import { widthAfterKey } from './column-changes.ts';
import classes from './column-edge.module.css';
import type { Column } from './columns.tsx';

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

const rootRem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

interface Props {
  column: Column;
  /** As it is shown, in rem. */
  width: number;
  resizing: ColumnResizing;
}

/** The edge of a column: dragged, moved with the arrow keys, or double-clicked to fit what is in the column. */
export function ColumnEdge({ column, width, resizing }: Props) {
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  function grab(event: ReactPointerEvent) {
    // The header around it is for dragging the whole column.
    event.stopPropagation();
    if (event.button !== 0) return;
    const listening = new AbortController();
    stop.current = listening;
    const beginX = event.clientX;
    const widthAt = (x: number) => clampWidth(width + (x - beginX) / rootRem());
    const { signal } = listening;
    const cancel = () => {
      listening.abort();
      resizing.cancel();
    };
    window.addEventListener(
      'pointermove',
      (moved) => moved.clientX !== beginX && resizing.preview(column.id, widthAt(moved.clientX)),
      { signal },
    );
    window.addEventListener(
      'pointerup',
      (up) => {
        listening.abort();
        if (up.clientX !== beginX) resizing.keep(column.id, widthAt(up.clientX));
      },
      { signal },
    );
    window.addEventListener('pointercancel', cancel, { signal });
    window.addEventListener('keydown', (press) => press.key === 'Escape' && cancel(), { signal });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('columns.resize', { column: column.fullLabel ?? column.label })}
      title={t('columns.resizeHint')}
      aria-valuenow={Math.round(width * 16)}
      aria-valuemin={columnWidths.least * 16}
      aria-valuemax={columnWidths.most * 16}
      className={classes.edge}
      onPointerDown={grab}
      onDoubleClick={() => resizing.fit(column.id)}
      onKeyDown={(press) => {
        if (press.altKey || press.ctrlKey || press.metaKey) return;
        const next = widthAfterKey(width, press);
        if (press.key === 'Enter') resizing.fit(column.id);
        else if (next !== undefined) resizing.keep(column.id, next);
        else return;
        press.preventDefault();
      }}
    />
  );
}
