import { IconDots } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { customerLabel } from '../../../ui/index.ts';
import { TickBox, type TickedLeads } from '../bulk/index.ts';
import { t } from './catalogue.ts';
import { isEditable } from './cell-values.ts';
import type { CellContext, Column } from './columns.tsx';
import { EditableCellContent, OwnerCellContent } from './editable-cell.tsx';
import { FavoriteButton } from './favorite-button.tsx';
import classes from './grid.module.css';
import { pinnedStyle } from './pinned-style.ts';

interface Props {
  lead: LeadSummary;
  index: number;
  columns: Column[];
  context: CellContext;
  isFresh: boolean;
  onFavorite: (lead: LeadSummary) => void;
  isTicked: boolean;
  onTick: TickedLeads['tick'];
}

/** One lead of the table. The table handles clicks on the row. */
export const LeadRow = memo(function LeadRow(props: Props) {
  const { lead, index, columns, context, isFresh, isTicked } = props;
  return (
    <tr
      className={classes.row}
      data-lead-id={lead.id}
      data-fresh={isFresh || undefined}
      data-ticked={isTicked || undefined}
      aria-rowindex={index + 2}
    >
      <td className={classes.heartCell}>
        <span className={classes.leading}>
          <TickBox lead={lead} isTicked={isTicked} onTick={props.onTick} />
          <FavoriteButton lead={lead} onToggle={props.onFavorite} />
        </span>
      </td>
      {columns.map((column, position) =>
        position === 0 ? (
          <th key={column.id} scope="row" {...pinnedStyle(columns, position)}>
            {column.cell(lead, context)}
          </th>
        ) : (
          <td
            key={column.id}
            data-align={column.alignEnd ? 'end' : undefined}
            {...pinnedStyle(columns, position)}
          >
            <CellContent lead={lead} column={column}>
              <span className={classes.clip}>{column.cell(lead, context)}</span>
            </CellContent>
          </td>
        ),
      )}
      <td className={classes.endCell}>
        <button
          type="button"
          className={classes.menuButton}
          aria-label={t('rowMenu.of', { customer: customerLabel(lead) })}
          aria-haspopup="menu"
          data-row-menu
        >
          <IconDots size={18} aria-hidden />
        </button>
      </td>
    </tr>
  );
});

function CellContent({ lead, column, children }: { lead: LeadSummary; column: Column; children: ReactNode }) {
  const { id } = column;
  const alignEnd = column.alignEnd === true;
  if (id === 'assignedTo') return <OwnerCellContent {...{ lead, alignEnd, children }} />;
  return isEditable(id) ? <EditableCellContent {...{ lead, alignEnd, children }} cell={id} /> : children;
}
