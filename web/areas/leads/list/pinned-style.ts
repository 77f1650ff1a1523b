import type { CSSProperties } from 'react';
import type { Column } from './columns.tsx';
import { leadingRem } from './use-column-layout.ts';

interface Pinned {
  'data-pinned'?: 'yes' | 'last';
  style?: CSSProperties;
}

/** What keeps the cells of a pinned column in view; how far from the left is said once, by {@link pinnedOffsets}. */
export function pinnedStyle(columns: readonly Column[], at: number): Pinned {
  if (!columns[at]?.pinned) return {};
  return {
    'data-pinned': columns[at + 1]?.pinned ? 'yes' : 'last',
    style: { left: `var(--pinned-${at})` },
  };
}

/** How far from the left each pinned column stays: a style for the table, so that no row changes with the widths. */
export function pinnedOffsets(columns: readonly Column[], widths: readonly number[]): CSSProperties {
  let left = leadingRem;
  const offsets: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    if (!column.pinned) break;
    offsets[`--pinned-${at}`] = `${left}rem`;
    left += widths[at] ?? column.width;
  }
  return offsets;
}
