import { Skeleton } from '@mantine/core';
import { memo, type RefObject } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { words } from '../../../../contract/words.ts';
import {
  CountryName,
  HotMark,
  Money,
  QualityMark,
  RelativeTime,
  StatusBadge,
  TestMark,
  ValidityMark,
} from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { TickBox, type TickedLeads } from '../bulk/index.ts';
import classes from './cards.module.css';
import { t } from './catalogue.ts';
import { leadKind } from './columns.tsx';
import { ContactLine, LeadLink, useFoundLine } from './customer-cell.tsx';
import { ExpiryCell } from './expiry-cell.tsx';
import { FavoriteButton } from './favorite-button.tsx';
import type { ListView } from './list-view.ts';
import { ShowMore } from './show-more.tsx';
import { usePlace } from './use-place.ts';

const skeletonKeys = Array.from({ length: 6 }, (_, index) => `skeleton-${index}`);

/** The list on a phone: one card per lead, the page itself scrolls. */
export function LeadCards(view: ListView) {
  const { list, context, live, region, ticked } = view;
  usePlace(view, region, !list.isPending);
  return (
    <div
      ref={region as RefObject<HTMLDivElement>}
      data-stale={list.isPlaceholderData || undefined}
      className={classes.side}
    >
      <ul
        className={`ll-list ${classes.cards}`}
        aria-label={shared('title.leads')}
        aria-busy={list.isPending || list.isPlaceholderData}
      >
        {list.isPending && skeletonKeys.map((key) => <SkeletonCard key={key} />)}
        {list.leads.map((lead) => (
          <LeadCard
            key={lead.id}
            lead={lead}
            searching={context.searching}
            isFresh={live.fresh.has(lead.id)}
            onFavorite={view.toggleFavorite}
            isTicked={ticked.isTicked(lead)}
            onTick={ticked.isSelecting ? ticked.tick : undefined}
          />
        ))}
      </ul>
      <ShowMore list={list} />
    </div>
  );
}

function SkeletonCard() {
  return (
    <li className={classes.card} aria-hidden>
      <Skeleton height="0.875rem" width="60%" mb="sm" />
      <Skeleton height="0.75rem" width="40%" mb="sm" />
      <Skeleton height="0.75rem" width="80%" />
    </li>
  );
}

interface CardProps {
  lead: LeadSummary;
  searching: boolean;
  isFresh: boolean;
  onFavorite: (lead: LeadSummary) => void;
  isTicked: boolean;
  /** Only while leads are being selected. */
  onTick: TickedLeads['tick'] | undefined;
}

const LeadCard = memo(function LeadCard(props: CardProps) {
  const { lead, searching, isFresh, isTicked, onTick } = props;
  const found = useFoundLine(lead, searching);
  return (
    <li
      className={classes.card}
      data-lead-id={lead.id}
      data-fresh={isFresh || undefined}
      data-ticked={isTicked || undefined}
    >
      <div className={classes.top}>
        {onTick && <TickBox lead={lead} isTicked={isTicked} onTick={onTick} covers />}
        <span className={classes.name}>
          <LeadLink lead={lead} />
          <HotMark lead={lead} />
          {lead.isTest && <TestMark />}
        </span>
        <FavoriteButton lead={lead} onToggle={props.onFavorite} />
      </div>
      <div className={classes.line}>
        <ContactLine lead={lead} />
        {lead.country && (
          <span className={classes.country}>
            <CountryName code={lead.country} />
          </span>
        )}
      </div>
      {found && <div className={classes.line}>{found}</div>}
      <div className={classes.marks}>
        <StatusBadge lead={lead} />
        <span>{leadKind(lead)}</span>
        {lead.leadQuality && (
          <Labelled label={words.field.rating}>
            <QualityMark quality={lead.leadQuality} />
          </Labelled>
        )}
      </div>
      <div className={classes.marks}>
        <Labelled label={words.field.emailBriefly}>
          <ValidityMark of="email" validity={lead.emailValidity} checking={lead.checking} brief />
        </Labelled>
        <Labelled label={words.field.phoneBriefly}>
          <ValidityMark of="phone" validity={lead.phoneValidity} checking={lead.checking} brief />
        </Labelled>
        {lead.dealValue && (
          <Labelled label={words.field.value}>
            <Money value={lead.dealValue} />
          </Labelled>
        )}
      </div>
      <div className={`ll-small ${classes.times}`}>
        <span>{t.rich('card.created', { time: () => <RelativeTime at={lead.createdAt} /> })}</span>
        {lead.expiresAt && (
          <span className={classes.expires}>
            {t.rich('card.expires', { time: () => <ExpiryCell at={lead.expiresAt} /> })}
          </span>
        )}
      </div>
    </li>
  );
});

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className={classes.labelled}>
      <span className="ll-muted">{label}</span>
      {children}
    </span>
  );
}
