import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHeart, IconHeartFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type PointerEvent, useEffect, useRef } from 'react';
import type { Deal } from '../../../../contract/leads/deals.ts';
import type { DealColumn } from '../../../../contract/leads/lists.ts';
import { stepOf } from '../../../ui/direction.ts';
import { Money } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { initials } from '../lead/initials.ts';
import { StepBriefly } from '../next-step/index.ts';
import { t } from './catalogue.ts';
import { columnWord, PurchaseDay } from './deal-facts.tsx';
import { customerOf, nameOf } from './deal-name.ts';
import classes from './deals.module.css';
import { destinations, isStage, neighborOf } from './stages.ts';

/** What people do with cards; stays the same while the board is shown. */
export interface CardActions {
  readonly press: (event: PointerEvent<HTMLElement>, deal: Deal) => void;
  /** @param focus the card takes the focus where it comes to lie */
  readonly send: (deal: Deal, to: DealColumn, focus: boolean) => void;
  readonly toggleFavorite: (deal: Deal) => void;
  /** Whether the card is the one that should take the focus; says so once. */
  readonly takesFocus: (deal: Deal) => boolean;
}

interface DealCardProps {
  deal: Deal;
  isLifted: boolean;
  actions: CardActions;
}

/** A deal on the board: opens by a click, moves by dragging, by Alt with an arrow, or by its menu. */
export const DealCard = memo(function DealCard({ deal, isLifted, actions }: DealCardProps) {
  const link = useRef<HTMLAnchorElement>(null);
  const { takesFocus } = actions;
  useEffect(() => {
    if (takesFocus(deal)) link.current?.focus();
  });
  const places = destinations(deal);
  function onKeyDown(event: KeyboardEvent) {
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? stepOf(event.key) : undefined;
    if (step === undefined) return;
    // Otherwise, the browser goes back.
    event.preventDefault();
    const to = neighborOf(deal, step);
    if (to) actions.send(deal, to, true);
  }
  return (
    <li
      className={classes.card}
      data-deal-id={deal.id}
      data-lifted={isLifted || undefined}
      data-movable={places.length > 0 || undefined}
      onPointerDown={places.length > 0 ? (event) => actions.press(event, deal) : undefined}
      onKeyDown={places.length > 0 ? onKeyDown : undefined}
    >
      <CardFace deal={deal}>
        <Link
          ref={link}
          to="/leads/$leadId"
          params={{ leadId: deal.id }}
          search={{ status: ['Accepted'] }}
          className={classes.cardLink}
          draggable={false}
          aria-keyshortcuts={places.length > 0 ? 'Alt+ArrowLeft Alt+ArrowRight' : undefined}
          title={places.length > 0 ? `${nameOf(deal)} (${t('card.keys')})` : nameOf(deal)}
        >
          <bdi>{nameOf(deal)}</bdi>
        </Link>
      </CardFace>
      <div className={classes.cardButtons}>
        {places.length > 0 && <MoveMenu deal={deal} places={places} actions={actions} />}
        <button
          type="button"
          className={classes.heart}
          aria-pressed={deal.favorite}
          aria-label={t('card.favorite', { deal: nameOf(deal) })}
          title={deal.favorite ? shared('favorite.remove') : shared('favorite.add')}
          onClick={() => actions.toggleFavorite(deal)}
        >
          {deal.favorite ? (
            <IconHeartFilled size={16} aria-hidden />
          ) : (
            <IconHeart size={16} stroke={1.6} aria-hidden />
          )}
        </button>
      </div>
    </li>
  );
});

/** What a card says; its name is a link, or text on the picture that is dragged. */
export function CardFace({ deal, children }: { deal: Deal; children: React.ReactNode }) {
  const { owner, value } = deal;
  return (
    <>
      <div className={classes.cardName}>{children}</div>
      {deal.name !== null && (
        <div className={`${classes.cardCustomer} ll-small ll-truncate`}>
          <bdi>{customerOf(deal)}</bdi>
        </div>
      )}
      <div className={classes.cardValue}>
        {value ? <Money value={value} /> : <span className="ll-small">{t('card.noValue')}</span>}
        <span
          className={`ll-initials ${classes.owner}`}
          data-none={owner === null || undefined}
          title={owner?.name ?? t('card.noOwner')}
        >
          <span aria-hidden>{owner ? initials(owner.name) : '–'}</span>
          <span className="ll-visually-hidden">{owner?.name ?? t('card.noOwner')}</span>
        </span>
      </div>
      <div className="ll-small">
        <PurchaseDay deal={deal} />
      </div>
      {deal.nextStep && (
        <div className={`${classes.cardStep} ll-small`}>
          <StepBriefly step={deal.nextStep} />
        </div>
      )}
    </>
  );
}

function MoveMenu({
  deal,
  places,
  actions,
}: {
  deal: Deal;
  places: readonly DealColumn[];
  actions: CardActions;
}) {
  const stages = places.filter(isStage);
  const ends = places.filter((one) => !isStage(one));
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          className={classes.menuButton}
          aria-label={t('card.menu', { deal: nameOf(deal) })}
        >
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {stages.length > 0 && <Menu.Label>{t('card.moveTo')}</Menu.Label>}
        {stages.map((stage) => (
          <Menu.Item key={stage} onClick={() => actions.send(deal, stage, true)}>
            {columnWord(stage)}
          </Menu.Item>
        ))}
        {ends.length > 0 && <Menu.Divider />}
        {ends.map((end) => (
          <Menu.Item key={end} onClick={() => actions.send(deal, end, true)}>
            {end === 'won' ? t('card.win') : t('card.lose')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
