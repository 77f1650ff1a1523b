import { Tooltip } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId } from 'react';
import type { SavedView } from '../../../contract/leads/views.ts';
import { useMe } from '../../api/me.ts';
import { personalKey, recall, remember } from '../../api/remembered.ts';
import { askForViews } from '../../lead-query/ask-for-views.ts';
import { viewsQuery } from '../../lead-query/desk-data.ts';
import { groupViews, nameOfView } from '../../lead-query/view-names.ts';
import { t } from '../catalogue.ts';
import classes from './rail.module.css';

/** More would push the other pages out of sight; the menu of views has all. */
const mostShown = 8;

interface RailViewsProps {
  /** The view that is open. */
  openId: string | undefined;
  /** Whether the list is shown: the way to all views keeps what it shows. */
  isInList: boolean;
  onFollow: (() => void) | undefined;
}

/** The saved views below the pages of leads: the person's own, then those that others share (WS-3). */
export function RailViews({ openId, isInList, onFollow }: RailViewsProps) {
  const navigate = useNavigate();
  const { data } = useQuery(viewsQuery);
  const headingId = useId();
  const room = useRoomKept(data?.length);
  const { mine, shared } = groupViews(data ?? []);
  const all = [...mine, ...shared];
  const showAll = () => {
    onFollow?.();
    if (!isInList) void navigate({ to: '/leads', search: {} });
    askForViews();
  };
  if (data ? all.length === 0 : room === 0) return null;
  return (
    <li className={classes.views}>
      <p className={classes.viewsHeading} id={headingId}>
        {t('navigation.views')}
      </p>
      <ul
        className="ll-list"
        aria-labelledby={headingId}
        style={data ? undefined : ({ '--views': room } as React.CSSProperties)}
        data-waiting={data ? undefined : ''}
      >
        {choose(all, openId).map((view) => (
          <li key={view.id}>
            <ViewLink view={view} isOpen={view.id === openId} onFollow={onFollow} />
          </li>
        ))}
        {all.length > mostShown && (
          <li>
            <button type="button" className={classes.view} aria-haspopup="menu" onClick={showAll}>
              {t('navigation.allViews')}
            </button>
          </li>
        )}
      </ul>
    </li>
  );
}

/** The first ones, and the one that is open wherever it stands. */
function choose(views: readonly SavedView[], openId: string | undefined): SavedView[] {
  const first = views.slice(0, mostShown);
  const open = views.slice(mostShown).find(({ id }) => id === openId);
  return open ? [...first.slice(0, -1), open] : first;
}

/** How many lines the views took last time: what is below them must not move when they arrive. */
function useRoomKept(count: number | undefined): number {
  const key = personalKey(useMe(), 'rail-views');
  useEffect(() => {
    if (count !== undefined) remember(key, count);
  }, [key, count]);
  const kept = recall(key);
  return typeof kept === 'number' ? Math.min(kept, mostShown + 1) : 0;
}

interface ViewLinkProps {
  view: SavedView;
  isOpen: boolean;
  onFollow: (() => void) | undefined;
}

function ViewLink({ view, isOpen, onFollow }: ViewLinkProps) {
  return (
    <Tooltip label={<bdi>{nameOfView(view)}</bdi>} position="right" openDelay={400} multiline maw={320}>
      <Link
        to="/leads"
        search={{ view: view.id }}
        className={classes.view}
        activeOptions={{ exact: true }}
        data-status={isOpen ? 'active' : 'none'}
        aria-current={isOpen ? 'page' : undefined}
        onClick={onFollow}
      >
        <bdi className="ll-truncate">{view.name}</bdi>
        {!view.mine && <IconUsers size={14} stroke={1.7} aria-label={t('navigation.sharedView')} />}
      </Link>
    </Tooltip>
  );
}
