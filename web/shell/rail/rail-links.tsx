import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment, type ReactNode, useId } from 'react';
import { useMe } from '../../api/me.ts';
import { WaitingCount } from '../../areas/intake/quarantine/waiting/waiting-count.tsx';
import { viewsQuery } from '../../lead-query/desk-data.ts';
import { readOpened } from '../../lead-query/list-state.ts';
import { findCurrent, findCurrentEntry } from '../current-link.ts';
import type { NavigationEntry, NavigationGroup } from '../navigation.ts';
import { searchOf, usePlaces } from '../use-places.ts';
import classes from './rail.module.css';
import { RailViews } from './rail-views.tsx';

interface RailLinksProps {
  /** Icons only; the words are tooltips, and names for screen readers. */
  folded?: boolean;
  /** Called when a link was followed. */
  onFollow?: () => void;
}

/** The main pages in their groups, the one that is open marked. */
export function RailLinks({ folded = false, onFollow }: RailLinksProps) {
  const { permissions } = useMe();
  const groups = usePlaces();
  const place = useRouterState({ select: ({ location }) => location });
  const { tab = 'marketplace' } = place.search as { tab?: string };
  const isInList = place.pathname === '/leads';
  const viewId = useOpenViewId(permissions.readLeads && !folded);
  const current = findCurrentEntry(
    groups.flatMap(({ entries }) => entries),
    place.pathname,
    tab,
  );
  return groups.map((group) => {
    const items = group.entries.map((entry) => (
      <li key={entry.label}>
        <RailLink
          entry={entry}
          isCurrent={entry === current && viewId === undefined}
          folded={folded}
          onFollow={onFollow}
        />
      </li>
    ));
    const list = group.entries.findLastIndex(({ to }) => to === '/leads');
    if (list !== -1 && !folded)
      items.splice(
        list + 1,
        0,
        <RailViews key="views" openId={viewId} isInList={isInList} onFollow={onFollow} />,
      );
    return (
      <RailGroup key={group.key} group={group} folded={folded}>
        {items}
      </RailGroup>
    );
  });
}

/** The view that is open, if the navigation shows it. */
function useOpenViewId(enabled: boolean): string | undefined {
  const place = useRouterState({ select: ({ location }) => location });
  const views = useQuery({ ...viewsQuery, enabled }).data;
  if (!enabled || findCurrent(['/leads'], place.pathname) === undefined) return undefined;
  const { viewId } = readOpened(place.search);
  return views?.find(({ id }) => id === viewId)?.id;
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
