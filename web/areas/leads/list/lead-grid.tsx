import { Skeleton } from '@mantine/core';
import type { CSSProperties, RefObject } from 'react';
import { later } from '../../../ui/later.tsx';
import { Waiting } from '../../../ui/waiting.tsx';
import { shared } from '../../../ui/words/catalogue.ts';
import { HeadTickBox } from '../bulk/index.ts';
import { CellEditsContext, useCellEdits } from './cell-edits.ts';
import { columns as allColumns, type Column } from './columns.tsx';
import { rowHeightRem } from './density.ts';
import classes from './grid.module.css';
import { GridHead } from './grid-head.tsx';
import { LeadRow } from './lead-row.tsx';
import type { ListView } from './list-view.ts';
import { pinnedOffsets, pinnedStyle } from './pinned-style.ts';
import { ShowMore } from './show-more.tsx';
import { leadingRem, useColumnLayout } from './use-column-layout.ts';
import { useEditKey } from './use-edit-key.ts';
import { useOwnerDialog } from './use-owner-dialog.tsx';
import { usePlace } from './use-place.ts';
import { usePreview } from './use-preview.ts';
import { useRowClick } from './use-row-click.ts';
import { useRowMenu } from './use-row-menu.ts';
import { useRows } from './use-rows.ts';

const loadPreview = () => import('./preview-card.tsx');
const RowMenu = later(() => import('./row-menu.tsx'), 'RowMenu');

/** The table of leads: sticky header and first columns; a long list renders only the rows in view. */
export function LeadGrid(view: ListView) {
  const { list, choice, columns, context, control, live, region, density, ticked } = view;
  const rows = useRows(view, rowHeightRem[density]);
  const { code: previewCode, ...preview } = usePreview(region, loadPreview);
  const edits = useCellEdits();
  const menu = useRowMenu(view);
  const menuLead = list.leads.find((lead) => lead.id === menu.opened?.leadId);
  const owner = useOwnerDialog(list.leads);
  useRowClick(view);
  useEditKey(view);
  usePlace(view, region, !list.isPending);
  const layout = useColumnLayout(columns, region, choice);
  return (
    <CellEditsContext value={edits}>
      <div
        ref={region as RefObject<HTMLDivElement>}
        className={classes.scroll}
        data-stale={list.isPlaceholderData || undefined}
      >
        <table
          className={classes.table}
          data-compact={density === 'compact' || undefined}
          style={tableStyle(columns, layout)}
          aria-label={shared('title.leads')}
          aria-rowcount={list.total + 1}
          aria-busy={list.isPending || list.isPlaceholderData}
        >
          <Columns columns={columns} widths={layout.widths} />
          <GridHead
            columns={columns}
            widths={layout.widths}
            sort={control.state.sort}
            onSort={(sort) => control.change({ sort })}
            choice={choice}
            resizing={layout.resizing}
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
      {preview.isAwaited && <Waiting />}
      {previewCode && (
        <previewCode.PreviewCard
          preview={preview}
          leads={list.leads}
          columns={columns}
          context={context}
          open={view.open}
          onAnswer={view.answer}
        />
      )}
      {menu.opened && menuLead && (
        <RowMenu at={menu.opened} lead={menuLead} onClose={menu.close} onAssign={owner.choose} {...view} />
      )}
      {owner.dialog}
    </CellEditsContext>
  );
}

function tableStyle(columns: Column[], { widths, total }: { widths: readonly number[]; total: number }) {
  return { '--table-width': `${total}rem`, ...pinnedOffsets(columns, widths) } as CSSProperties;
}

const wide = (rem: number) => ({ '--column-width': `${rem}rem` }) as CSSProperties;

function Columns({ columns, widths }: { columns: Column[]; widths: readonly number[] }) {
  return (
    <colgroup>
      <col style={wide(leadingRem)} />
      {columns.map((column, at) => (
        <col key={column.id} style={wide(widths[at] ?? column.width)} />
      ))}
      {/* Without a width: it takes what the widths that someone chose leave over. */}
      <col />
    </colgroup>
  );
}

function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={allColumns.length + 2} className={classes.spacer} />
    </tr>
  );
}

const skeletonKeys = Array.from({ length: 14 }, (_, index) => `skeleton-${index}`);

function SkeletonRows({ columns }: { columns: Column[] }) {
  return skeletonKeys.map((key) => (
    <tr key={key} className={classes.row} aria-hidden>
      <td className={classes.heartCell} />
      {columns.map((column, index) => (
        <td key={column.id} {...pinnedStyle(columns, index)}>
          <Skeleton height="0.75rem" width={index === 0 ? '70%' : '55%'} />
        </td>
      ))}
      <td className={classes.endCell} />
    </tr>
  ));
}
