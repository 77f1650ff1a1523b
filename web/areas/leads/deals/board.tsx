import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ColumnSum, Deal } from '../../../../contract/leads/deals.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { type DealColumn, dealColumns } from '../../../../contract/leads/lists.ts';
import { leadQuery } from '../../../api/queries.ts';
import { announceFailure } from '../../../ui/forms/index.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { oneAtATime, useRoomIs } from '../../../ui/room.ts';
import { BoardColumn } from './board-column.tsx';
import { t } from './catalogue.ts';
import { type CardActions, CardFace } from './deal-card.tsx';
import { columnWord } from './deal-facts.tsx';
import { nameOf } from './deal-name.ts';
import classes from './deals.module.css';
import { refreshDeals } from './deals-data.ts';
import { destinations, isStage } from './stages.ts';
import { dropPlace, useDrag } from './use-drag.ts';
import { useFavoriteDeal } from './use-favorite-deal.ts';
import { useMove } from './use-move.ts';

const LeadDialogs = later(() => import('../lead/dialogs/lead-dialogs.tsx'), 'LeadDialogs');

interface BoardProps {
  sums: readonly ColumnSum[] | undefined;
  mine: 'true' | undefined;
  /** The one that is shown where there is room for one. */
  column: DealColumn;
}

/** The deals by stage: cards that are dragged, or moved by keyboard, from one column to another. */
export function Board({ sums, mine, column }: BoardProps) {
  const isNarrow = useRoomIs(oneAtATime);
  const { closing, endClosing, drag, ghost, actions } = useBoardActions();
  const sumOf = (one: DealColumn) => sums?.find((sum) => sum.column === one);
  const shown = isNarrow ? [column] : dealColumns;
  const allowed = drag ? destinations(drag.deal) : [];
  return (
    <>
      {isNarrow && <ColumnTabs column={column} sumOf={sumOf} over={drag?.over} allowed={allowed} />}
      <div className={classes.board} data-deal-board data-one={isNarrow || undefined}>
        {shown.map((one) => (
          <BoardColumn
            key={one}
            column={one}
            mine={mine}
            sum={sumOf(one)}
            lifted={drag?.deal.id}
            drop={allowed.includes(one) ? (drag?.over === one ? 'over' : 'possible') : undefined}
            actions={actions}
          />
        ))}
      </div>
      {drag && (
        <div className={classes.ghost} ref={ghost} aria-hidden>
          <CardFace deal={drag.deal}>{nameOf(drag.deal)}</CardFace>
        </div>
      )}
      {closing && <LeadDialogs {...closing} onClose={endClosing} />}
    </>
  );
}

interface Closing {
  readonly name: 'won' | 'lost';
  readonly lead: Lead;
}

/** Moves cards, opens the dialogs of won and lost, and keeps the focus with the card. */
function useBoardActions() {
  const client = useQueryClient();
  const move = useMove();
  const toggleFavorite = useFavoriteDeal();
  const [closing, setClosing] = useState<Closing | null>(null);
  const wanted = useRef<{ id: string; column: DealColumn } | null>(null);

  const send = useCallback(
    async (deal: Deal, to: DealColumn, focus: boolean) => {
      if (isStage(to)) {
        wanted.current = focus ? { id: deal.id, column: to } : null;
        move(deal, to);
        return;
      }
      try {
        const lead = await client.fetchQuery({ ...leadQuery(deal.id), staleTime: 0 });
        setClosing({ name: to === 'won' ? 'won' : 'lost', lead });
      } catch (error) {
        announceFailure(t('move.notOpened', { deal: nameOf(deal) }), error);
      }
    },
    [client, move],
  );
  const takesFocus = useCallback((deal: Deal) => {
    const { current } = wanted;
    if (current?.id !== deal.id || current.column !== deal.column) return false;
    wanted.current = null;
    return true;
  }, []);
  const { drag, ghost, press } = useDrag((deal, to) => {
    if (destinations(deal).includes(to)) void send(deal, to, false);
  });
  const actions: CardActions = useMemo(
    () => ({ press, send, toggleFavorite, takesFocus }),
    [press, send, toggleFavorite, takesFocus],
  );
  const endClosing = useCallback(() => {
    setClosing(null);
    refreshDeals(client);
  }, [client]);
  return { closing, endClosing, drag, ghost, actions };
}

interface ColumnTabsProps {
  column: DealColumn;
  sumOf: (column: DealColumn) => ColumnSum | undefined;
  over: DealColumn | undefined;
  allowed: readonly DealColumn[];
}

/** The way to each column where one is shown; a card can be dropped on them, too. */
function ColumnTabs({ column, sumOf, over, allowed }: ColumnTabsProps) {
  const { locale } = useLocale();
  return (
    <nav className={classes.tabs} aria-label={t('columns')}>
      {dealColumns.map((one) => (
        <Link
          key={one}
          to="/deals"
          search={(before) => ({ ...before, column: one })}
          replace
          className="ll-tab"
          draggable={false}
          aria-current={one === column ? 'true' : undefined}
          data-drop={allowed.includes(one) ? (over === one ? 'over' : 'possible') : undefined}
          {...dropPlace(one)}
        >
          {columnWord(one)} <span className="ll-numbers">{formatNumber(sumOf(one)?.count ?? 0, locale)}</span>
        </Link>
      ))}
    </nav>
  );
}
