import { Skeleton } from '@mantine/core';
import type { RefObject } from 'react';
import { shared } from '../../../ui/words/catalogue.ts';
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
import { useRows } from './use-rows.ts';

/** The width of the favorites column, which is always shown. */
export const heartRem = 2.75;

/** The table of leads: sticky header and first columns; a long list renders only the rows in view. */
export function LeadGrid(view: ListView) {
  const { list, columns, context, control, live, region, density } = view;
  const rows = useRows(view, rowHeightRem[density]);
  const preview = usePreview(region);
  useRowClick(view);
  usePlace(view, region, !list.isPending);
  const width = columns.reduce((sum, column) => sum + column.width, heartRem);
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
          <GridHead columns={columns} sort={control.state.sort} onSort={(sort) => control.change({ sort })} />
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
                />
              );
            })}
            <Spacer height={rows.after} />
          </tbody>
        </table>
        <ShowMore list={list} root={region} />
      </div>
      <PreviewCard preview={preview} leads={list.leads} context={context} onAnswer={view.answer} />
    </>
  );
}

function Columns({ columns }: { columns: Column[] }) {
  return (
    <colgroup>
      <col style={{ width: `${heartRem}rem` }} />
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
