import { Tooltip } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment, type ReactNode, useId } from 'react';
import { WaitingCount } from '../../areas/intake/quarantine/waiting/waiting-count.tsx';
import { findCurrentEntry } from '../current-link.ts';
import type { NavigationEntry, NavigationGroup } from '../navigation.ts';
import { searchOf, usePlaces } from '../use-places.ts';
import classes from './rail.module.css';

interface RailLinksProps {
  /** Icons only; the words are tooltips, and names for screen readers. */
  folded?: boolean;
  /** Called when a link was followed. */
  onFollow?: () => void;
}

/** The main pages in their groups, the one that is open marked. */
export function RailLinks({ folded = false, onFollow }: RailLinksProps) {
  const groups = usePlaces();
  const place = useRouterState({ select: ({ location }) => location });
  const { tab = 'marketplace' } = place.search as { tab?: string };
  const current = findCurrentEntry(
    groups.flatMap(({ entries }) => entries),
    place.pathname,
    tab,
  );
  return groups.map((group) => (
    <RailGroup key={group.key} group={group} folded={folded}>
      {group.entries.map((entry) => (
        <li key={entry.label}>
          <RailLink entry={entry} isCurrent={entry === current} folded={folded} onFollow={onFollow} />
        </li>
      ))}
    </RailGroup>
  ));
}

interface RailGroupProps {
  group: NavigationGroup;
  folded: boolean;
  /** Items of the list: the entries of the group, and what else belongs below them. */
  children: ReactNode;
}

function RailGroup({ group: { key, label }, folded, children }: RailGroupProps) {
  const id = useId();
  return (
    <div className={classes.group} data-key={key} data-folded={folded || undefined}>
      {label && (
        <p className={folded ? 'll-visually-hidden' : classes.heading} id={id}>
          {label}
        </p>
      )}
      <ul className="ll-list" aria-labelledby={label && id}>
        {children}
      </ul>
    </div>
  );
}

interface RailLinkProps {
  entry: NavigationEntry;
  isCurrent: boolean;
  folded: boolean;
  onFollow: (() => void) | undefined;
}

function RailLink({
  entry: { to, tab, label, icon: EntryIcon },
  isCurrent,
  folded,
  onFollow,
}: RailLinkProps) {
  return (
    <Tooltip label={label} position="right" disabled={!folded}>
      <Link
        to={to}
        search={searchOf({ tab })}
        className={classes.link}
        // By default, the router would mark every link that the page's address begins with.
        activeOptions={{ exact: true }}
        data-status={isCurrent ? 'active' : undefined}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onFollow}
      >
        <EntryIcon size={19} stroke={1.7} aria-hidden />
        <span className={folded ? 'll-visually-hidden' : 'll-truncate'}>{label}</span>
        {to === '/quarantine' && (
          <Fragment>
            {' '}
            <span className={classes.count}>
              <WaitingCount />
            </span>
          </Fragment>
        )}
      </Link>
    </Tooltip>
  );
}
