import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ActionCenter } from '../../../../contract/messages/action-center.ts';
import { List, Loaded, RowsSkeleton } from '../../../ui/content/index.ts';
import classes from './action-center.module.css';
import { panelQuery, useSeen } from './action-center-data.ts';
import { t } from './catalogue.ts';
import { ActionGroups, NotificationItem } from './items.tsx';
import { useReadAll } from './use-marks.ts';

/** What opens under the bell: the first tasks, and the latest news. */
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
        {t('open')}
      </Link>
    </div>
  );
}

function PanelLists({ center: { counts, actions, notifications } }: { center: ActionCenter }) {
  const toDo = counts.mandatory + counts.recommended;
  const latest = notifications.items[0];
  return (
    <>
      <section aria-label={t('toDo.title')}>
        <div className={classes.panelHead}>
          <h2>{t('toDo.title')}</h2>
          {toDo > 0 && <span className="ll-muted">{toDo}</span>}
        </div>
        {actions.items.length === 0 && <p className={classes.nothing}>{t('toDo.nothing')}</p>}
        <ActionGroups actions={actions.items} />
      </section>
      <section aria-label={t('news.title')}>
        <div className={classes.panelHead}>
          <h2>{t('news.title')}</h2>
          {latest && counts.unread > 0 && <ReadAllButton until={latest.createdAt} />}
        </div>
        {!latest && <p className={classes.nothing}>{t('news.nothing')}</p>}
        <List>
          {notifications.items.map((item) => (
            <NotificationItem key={item.id} item={item} brief />
          ))}
        </List>
      </section>
    </>
  );
}

/** Marks what is shown as read; news that arrives during the click stays unread. */
export function ReadAllButton({ until }: { until: string }) {
  const readAll = useReadAll();
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={readAll.isPending}
      onClick={() => readAll.mutate(until)}
    >
      {t('news.readAll')}
    </Button>
  );
}
