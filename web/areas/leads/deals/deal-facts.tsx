import type { Deal } from '../../../../contract/leads/deals.ts';
import type { DealColumn } from '../../../../contract/leads/lists.ts';
import { words } from '../../../../contract/words.ts';
import { Tag } from '../../../ui/content/index.ts';
import { CalendarDay } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './deals.module.css';
import { isStage } from './stages.ts';

/** What a column of the board is called. */
export function columnWord(column: DealColumn): string {
  if (isStage(column)) return words.stage[column];
  return column === 'won' ? words.status.Won : words.status.Lost;
}

/** Where a deal stands, as a badge. */
export function ColumnBadge({ column }: { column: DealColumn }) {
  return (
    <span className={classes.badge} data-column={column}>
      {columnWord(column)}
    </span>
  );
}

/** When the customer is expected to buy, and whether that is over while the deal is open. */
export function PurchaseDay({ deal }: { deal: Deal }) {
  const today = useToday();
  const { estimatedPurchaseDate: day, column } = deal;
  const isOver = isStage(column) && day !== null && day < today;
  return (
    <span className={classes.day}>
      <CalendarDay day={day} />
      {isOver && (
        <span title={t('card.overdueHint')}>
          <Tag tone="attention">{shared('overdue')}</Tag>
        </span>
      )}
    </span>
  );
}
