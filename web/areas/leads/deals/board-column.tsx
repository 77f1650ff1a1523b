import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { memo, useId } from 'react';
import type { ColumnSum } from '../../../../contract/leads/deals.ts';
import type { DealColumn } from '../../../../contract/leads/lists.ts';
import { LoadedPages } from '../../../ui/content/index.ts';
import { formatMoney, formatNumber, Money, useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { type CardActions, DealCard } from './deal-card.tsx';
import { columnWord } from './deal-facts.tsx';
import classes from './deals.module.css';
import { columnQuery } from './deals-data.ts';
import { isStage } from './stages.ts';
import { dropPlace } from './use-drag.ts';

interface BoardColumnProps {
  column: DealColumn;
  mine: 'true' | undefined;
  sum: ColumnSum | undefined;
  /** The card that is being dragged. */
  lifted: string | undefined;
  /** While a card is dragged that may be dropped here. */
  drop: 'possible' | 'over' | undefined;
  actions: CardActions;
}

/** One column of the board: its name, count and sum, and its cards. */
export const BoardColumn = memo(function BoardColumn({
  column,
  mine,
  sum,
  lifted,
  drop,
  actions,
}: BoardColumnProps) {
  const query = useInfiniteQuery(columnQuery(column, mine));
  const titleId = useId();
  return (
    <section
      className={classes.column}
      aria-labelledby={titleId}
      data-column={column}
      data-drop={drop}
      {...dropPlace(column)}
    >
      <header className={classes.columnHead}>
        <h2 className={classes.columnTitle} id={titleId}>
          {columnWord(column)}
        </h2>
        {sum && <Sum sum={sum} />}
      </header>
      <div className={classes.cards}>
        <LoadedPages
          query={query}
          loading={<Skeletons />}
          empty={<p className={classes.none}>{drop ? t('column.drop') : t('column.empty')}</p>}
          failure={t('moreFailed')}
        >
          {(deals) => (
            <ul className="ll-list" aria-labelledby={titleId}>
              {deals.map((deal) => (
                <DealCard key={deal.id} deal={deal} isLifted={deal.id === lifted} actions={actions} />
              ))}
            </ul>
          )}
        </LoadedPages>
      </div>
    </section>
  );
});

function Skeletons() {
  return (
    <div aria-busy className={classes.skeletons}>
      <Skeleton height={92} radius="md" />
      <Skeleton height={92} radius="md" />
    </div>
  );
}

/** How many, and what they are worth: exact in one currency, otherwise approximately in dollars. */
function Sum({ sum: { column, count, sums, approximateUsd } }: { sum: ColumnSum }) {
  const { locale } = useLocale();
  const shown = formatNumber(count, locale);
  const [only] = sums;
  const all = sums.map((one) => formatMoney(one, locale)).join('\n');
  return (
    <div className={classes.sum}>
      <span className="ll-numbers">{t('count', { count, shown })}</span>
      {only && (
        <span className={classes.worth} title={all}>
          {sums.length === 1 ? (
            <Money value={only} />
          ) : (
            t('about', { amount: formatMoney(wholeDollars(approximateUsd), locale) })
          )}
        </span>
      )}
      {!isStage(column) && <span className="ll-small">{t('closedLately')}</span>}
    </div>
  );
}

/** Cents would look exact. */
const wholeDollars = (cents: number) => ({ amountMinor: Math.round(cents / 100) * 100, currency: 'USD' });
