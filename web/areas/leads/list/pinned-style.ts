import type { CSSProperties } from 'react';
import type { Column } from './columns.tsx';
import { leadingRem } from './use-column-layout.ts';

interface Pinned {
  'data-pinned'?: 'yes' | 'last';
  style?: CSSProperties;
}

/** What keeps the cells of a pinned column in view; how far from the beginning of the line is said once, by {@link pinnedOffsets}. */
export function pinnedStyle(columns: readonly Column[], at: number): Pinned {
  if (!columns[at]?.pinned) return {};
  return {
    'data-pinned': columns[at + 1]?.pinned ? 'yes' : 'last',
    style: { insetInlineStart: `var(--pinned-${at})` },
  };
}

/** How far from the beginning of the line each pinned column stays: a style for the table, so that no row changes with the widths. */
export function pinnedOffsets(columns: readonly Column[], widths: readonly number[]): CSSProperties {
  let start = leadingRem;
  const offsets: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    if (!column.pinned) break;
    offsets[`--pinned-${at}`] = `${start}rem`;
    start += widths[at] ?? column.width;
  }
  return offsets;
}
