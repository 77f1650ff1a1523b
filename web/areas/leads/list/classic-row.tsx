import { Link } from '@tanstack/react-router';
import { type MouseEvent, memo } from 'react';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import {
  customerLabel,
  HotMark,
  QualityMark,
  RelativeTime,
  StatusBadge,
  TestMark,
} from '../../../ui/index.ts';
import classes from './classic.module.css';
import { leadKind } from './columns.tsx';
import { ContactLine, LeadLink, useFoundLine } from './customer-cell.tsx';
import { FavoriteButton } from './favorite-button.tsx';

interface Props {
  lead: LeadSummary;
  /** From 1. */
  position: number;
  total: number;
  searching: boolean;
  isCompact: boolean;
  isFresh: boolean;
  isOpen: boolean;
  isTabStop: boolean;
  /** Opens a lead next to the list; undefined: its page opens. */
  onOpen: ((leadId: string) => void) | undefined;
  /** The lead was opened with the keyboard, which goes on in it. */
  onEnter: (leadId: string) => void;
  onFavorite: (lead: LeadSummary) => void;
}

/** One lead of the narrow list. */
export const ClassicRow = memo(function ClassicRow(props: Props) {
  const { lead, searching, isCompact, isOpen } = props;
  const found = useFoundLine(lead, searching);
  const contact = found ? (
    <span className={`${classes.found} ll-truncate`}>{found}</span>
  ) : (
    <ContactLine lead={lead} />
  );
  return (
    <li
      className={classes.row}
      data-lead-id={lead.id}
      data-open={isOpen || undefined}
      data-fresh={props.isFresh || undefined}
      aria-posinset={props.position}
      aria-setsize={props.total}
    >
      <div className={classes.line}>
        <span className={classes.name}>
          <RowLink {...props} />
          <HotMark lead={lead} />
          {lead.isTest && <TestMark />}
        </span>
        <span className={`ll-small ${classes.age}`}>
          <RelativeTime at={lead.createdAt} />
        </span>
      </div>
      {!isCompact && (
        <div className={`ll-small ${classes.line}`}>
          {contact}
          <span className={`${classes.kind} ll-truncate`}>{leadKind(lead)}</span>
        </div>
      )}
      <div className={`ll-small ${classes.line}`}>
        <span className={classes.marks}>
          <StatusBadge lead={lead} />
          {lead.leadQuality && <QualityMark quality={lead.leadQuality} />}
          {isCompact && contact}
        </span>
        <span className={classes.heart}>
          <FavoriteButton lead={lead} onToggle={props.onFavorite} isTabStop={props.isTabStop} />
        </span>
      </div>
    </li>
  );
});

function RowLink({ lead, isOpen, isTabStop, onOpen, onEnter }: Props) {
  if (onOpen === undefined) return <LeadLink lead={lead} />;
  function open(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen?.(lead.id);
    // A key, not the mouse.
    if (event.detail === 0) onEnter(lead.id);
  }
  return (
    <Link
      to="/leads"
      search={(before) => ({ ...before, lead: lead.id })}
      replace
      resetScroll={false}
      preload={false}
      className={`${classes.link} ll-truncate`}
      activeProps={{}}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-lead-link
      onClick={open}
    >
      <bdi>{customerLabel(lead)}</bdi>
    </Link>
  );
}
