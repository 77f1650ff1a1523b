import { Skeleton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { shared } from '../../../ui/words/catalogue.ts';
import { HeadTickBox } from '../bulk/index.ts';
import { columns as allColumns, type Column } from './columns.tsx';
import { rowHeightRem } from './density.ts';
import classes from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { LeadRow } from './lead-row.tsx';
import type { ListView } from './list-view.ts';
import { PreviewCard } from './preview-card.tsx';
import { ShowMore } from './show-more.tsx';
import { usePlace } from './use-place.ts';
import { usePreview } from './use-preview.ts';
import { useRowClick } from './use-row-click.ts';

const virtualFrom = 120;
/** The width of the first column, with the tick box and the heart, which is always shown. */
export const leadingRem = 4.75;

function useRows(view: ListView) {
  const { list, region, keys, density } = view;
  const virtualizer = useVirtualizer({
    count: list.leads.length,
    enabled: list.leads.length > virtualFrom,
    getScrollElement: () => region.current,
    estimateSize: () =>
      rowHeightRem[density] * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 14,
    getItemKey: (index) => list.leads[index]?.id ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured again
  useLayoutEffect(() => virtualizer.measure(), [density, virtualizer]);
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

/** The table of leads: sticky header and first columns; a long list renders only the rows in view. */
export function LeadGrid(view: ListView) {
  const { list, columns, context, control, live, region, density, ticked } = view;
  const rows = useRows(view);
  const preview = usePreview(region);
  useRowClick(view);
  usePlace(view, region, !list.isPending);
  const width = columns.reduce((sum, column) => sum + column.width, leadingRem);
  return (
    <>
      <div
        ref={region as RefObject<HTMLDivElement>}
        className={classes.scroll}
        data-stale={list.isPlaceholderData || undefined}
      >
        <table
          className={classes.table}
          data-compact={density === 'compact' || undefined}
          style={{ minWidth: `${width}rem` }}
          aria-label={shared('title.leads')}
          aria-rowcount={list.total + 1}
          aria-busy={list.isPending || list.isPlaceholderData}
        >
          <Columns columns={columns} />
          <GridHead
            columns={columns}
            sort={control.state.sort}
            onSort={(sort) => control.change({ sort })}
            leading={<HeadTickBox ticked={ticked} loaded={list.leads.length} />}
          />
          <tbody>
            {list.isPending && <SkeletonRows columns={columns} />}
            <Spacer height={rows.before} />
            {rows.indexes.map((index) => {
              const lead = list.leads[index];
              if (!lead) return null;
              return (
                <LeadRow
                  key={lead.id}
                  lead={lead}
                  index={index}
                  columns={columns}
                  context={context}
                  isFresh={live.fresh.has(lead.id)}
                  onFavorite={view.toggleFavorite}
                  isTicked={ticked.isTicked(lead)}
                  onTick={ticked.tick}
                />
              );
            })}
            <Spacer height={rows.after} />
          </tbody>
        </table>
        <ShowMore list={list} root={region} />
      </div>
      <PreviewCard preview={preview} leads={list.leads} context={context} />
    </>
  );
}

function Columns({ columns }: { columns: Column[] }) {
  return (
    <colgroup>
      <col style={{ width: `${leadingRem}rem` }} />
      {columns.map((column) => (
        <col key={column.id} style={{ width: `${column.width}rem` }} />
      ))}
    </colgroup>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={allColumns.length + 1} className={classes.spacer} />
    </tr>
  );
}

const skeletonKeys = Array.from({ length: 14 }, (_, index) => `skeleton-${index}`);

function SkeletonRows({ columns }: { columns: Column[] }) {
  return skeletonKeys.map((key) => (
    <tr key={key} className={classes.row} aria-hidden>
      <td />
      {columns.map((column, index) => (
        <td key={column.id}>
          <Skeleton height="0.75rem" width={index === 0 ? '70%' : '55%'} />
        </td>
      ))}
    </tr>
  ));
}
