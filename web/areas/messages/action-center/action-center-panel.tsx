import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActionCenter } from '../../../../contract/messages/action-center.ts';
import { List, Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import classes from './action-center.module.css';
import { panelQuery, useReadAll, useSeen } from './action-center-data.ts';
import { ActionGroups, NotificationItem } from './items.tsx';

/** What opens under the bell: the first things to do, and the latest news. */
export function ActionCenterPanel() {
  const query = useQuery(panelQuery);
  useSeen(query.isSuccess);
  return (
    <div className={classes.panel}>
      <div className={classes.panelScroll}>
        <Loaded query={query} loading={<RowsSkeleton rows={4} height={44} />}>
          {(center) => <PanelLists center={center} />}
        </Loaded>
      </div>
      <Link to="/actions" className={classes.panelFoot} data-autofocus>
        Open the Action center
      </Link>
    </div>
  );
}

function PanelLists({ center: { counts, actions, notifications } }: { center: ActionCenter }) {
  const toDo = counts.mandatory + counts.recommended;
  const latest = notifications.items[0];
  return (
    <>
      <section aria-label="To do">
        <div className={classes.panelHead}>
          <h2>To do</h2>
          {toDo > 0 && <span className="ll-muted">{toDo}</span>}
        </div>
        {actions.items.length === 0 && <p className={classes.nothing}>Nothing to do.</p>}
        <ActionGroups actions={actions.items} />
      </section>
      <section aria-label="News">
        <div className={classes.panelHead}>
          <h2>News</h2>
          {latest && counts.unread > 0 && <ReadAllButton until={latest.createdAt} />}
        </div>
        {!latest && <p className={classes.nothing}>Nothing has happened yet.</p>}
        <List>
          {notifications.items.map((item) => (
            <NotificationItem key={item.id} item={item} brief />
          ))}
        </List>
      </section>
    </>
  );
}

/** Marks as read what is there; news that come while the hand moves stay unread. */
export function ReadAllButton({ until }: { until: string }) {
  const readAll = useReadAll();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={readAll.isPending}
      onClick={() => readAll.mutate(until)}
    >
      Mark all as read
    </Button>
  );
}
