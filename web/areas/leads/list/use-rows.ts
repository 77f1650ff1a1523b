import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect } from 'react';
import type { ListView } from './list-view.ts';

const virtualFrom = 50;

interface ShownRows {
  /** The rows to render, as indexes into the leads. */
  indexes: number[];
  /** The room of the rows before and after them, in CSS pixels. */
  before: number;
  after: number;
}

/** The rows to render: all of a short list, those in view of a long one. */
export function useRows({ list, region, keys }: ListView, heightRem: number): ShownRows {
  const virtualizer = useVirtualizer({
    count: list.leads.length,
    enabled: list.leads.length > virtualFrom,
    getScrollElement: () => region.current,
    estimateSize: () => heightRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 8,
    getItemKey: (index) => list.leads[index]?.id ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured again
  useLayoutEffect(() => virtualizer.measure(), [heightRem, virtualizer]);
  const { onReveal } = keys;
  useEffect(() => {
    onReveal((index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
    return () => onReveal(null);
  }, [onReveal, virtualizer]);

  if (list.leads.length <= virtualFrom)
    return { indexes: list.leads.map((_, index) => index), before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)),
  };
}
