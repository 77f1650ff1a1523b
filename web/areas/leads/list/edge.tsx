import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import type { WidthRange } from '../../../../contract/leads/lists.ts';
import { clampWidth } from '../../../lead-query/look.ts';
import { forward } from '../../../ui/direction.ts';
import { widthAfterKey } from './edge-keys.ts';

const rootRem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;

/** How an edge changes a width; all in rem. */
export interface Resizing {
  /** Shows a width for the time being. */
  preview: (width: number) => void;
  /** Keeps what is shown. */
  keep: (width: number) => void;
  /** Goes back to the width that is kept. */
  cancel: () => void;
  /** The width that fits best, or the usual one. */
  onFit: () => void;
}

interface EdgeProps extends Resizing {
  label: string;
  hint: string;
  className: string | undefined;
  /** As it is shown, in rem. */
  width: number;
  range: WidthRange;
}

/** An edge that sets the width of what ends there: dragged, moved with the arrow keys, or double-clicked to fit. */
export function Edge({ label, hint, className, width, range, ...resizing }: EdgeProps) {
  const { preview, keep, cancel } = resizing;
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);

  function grab(event: ReactPointerEvent) {
    // What is around it may be for dragging something else.
    event.stopPropagation();
    if (event.button !== 0) return;
    const listening = new AbortController();
    stop.current = listening;
    const beginX = event.clientX;
    const widthAt = (x: number) => clampWidth(width + (forward() * (x - beginX)) / rootRem(), range);
    const { signal } = listening;
    const giveUp = () => {
      listening.abort();
      cancel();
    };
    window.addEventListener(
      'pointermove',
      (moved) => moved.clientX !== beginX && preview(widthAt(moved.clientX)),
      { signal },
    );
    window.addEventListener(
      'pointerup',
      (up) => {
        listening.abort();
        if (up.clientX !== beginX) keep(widthAt(up.clientX));
      },
      { signal },
    );
    window.addEventListener('pointercancel', giveUp, { signal });
    window.addEventListener('keydown', (press) => press.key === 'Escape' && giveUp(), { signal });
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> takes no focus, and cannot be moved
    <span
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      title={hint}
      aria-valuenow={Math.round(width * 16)}
      aria-valuemin={range.least * 16}
      aria-valuemax={range.most * 16}
      className={className}
      onPointerDown={grab}
      onDoubleClick={resizing.onFit}
      onKeyDown={(press) => {
        if (press.altKey || press.ctrlKey || press.metaKey) return;
        const next = widthAfterKey(width, press, range);
        if (press.key === 'Enter') resizing.onFit();
        else if (next !== undefined) keep(next);
        else return;
        press.preventDefault();
      }}
    />
  );
}
