import { Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Activity } from '../../../../contract/leads/activities.ts';
import type { Lead } from '../../../../contract/leads/leads.ts';
import { resolveDay } from '../../../../contract/leads/relative-days.ts';
import { ErrorNote, LoadMore } from '../../../ui/content/index.ts';
import { todayIn } from '../../../ui/days.ts';
import { browserZone, formatDay, Panel, useLocale } from '../../../ui/index.ts';
import { later } from '../../../ui/later.tsx';
import { useToday } from '../../../ui/use-today.ts';
import classes from './activities.module.css';
import { type ActivityDay, activitiesQuery, byDay } from './activities-data.ts';
import { ActivityComposer } from './activity-composer.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import { t } from './catalogue.ts';
import { useDeleteActivity } from './use-activity-changes.ts';

const EditActivityDialog = later(() => import('./edit-activity-dialog.tsx'), 'EditActivityDialog');

/** What colleagues did about the lead, the latest first, under a form for what one just did (WS-15). */
export function ActivitiesPanel({ lead }: { lead: Lead }) {
  const { timeZone = browserZone() } = useLocale();
  const pages = useInfiniteQuery(activitiesQuery(lead.id));
  const [editing, setEditing] = useState<Activity>();
  const remove = useDeleteActivity(lead.id);
  const activities = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const mayAdd = pages.data?.pages[0]?.mayAdd ?? false;
  const days = byDay(activities, (at) => todayIn(timeZone, new Date(at)));
  return (
    <Panel title={t('title')}>
      {mayAdd && <ActivityComposer key={lead.id} lead={lead} />}
      {pages.isPending && <EntriesSkeleton />}
      {pages.isError && activities.length === 0 && (
        <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
      )}
      {pages.data && activities.length === 0 && (
        <p className="ll-note">{t(mayAdd ? 'none' : 'noneReadOnly')}</p>
      )}
      {days.map((day) => (
        <Day key={day.day} day={day} onEdit={setEditing} onDelete={(one) => remove.mutate(one)} />
      ))}
      <LoadMore pages={pages} failure={t('earlierFailed')} />
      {editing && (
        <EditActivityDialog leadId={lead.id} activity={editing} onClose={() => setEditing(undefined)} />
      )}
    </Panel>
  );
}

interface DayProps {
  day: ActivityDay;
  onEdit: (activity: Activity) => void;
  onDelete: (activity: Activity) => void;
}

function Day({ day: { day, activities }, onEdit, onDelete }: DayProps) {
  const title = useDayTitle(day);
  return (
    <section aria-label={title}>
      <h3 className={classes.day}>{title}</h3>
      <ul className="ll-list">
        {activities.map((activity) => (
          <ActivityEntry
            key={activity.id}
            activity={activity}
            onEdit={() => onEdit(activity)}
            onDelete={() => onDelete(activity)}
          />
        ))}
      </ul>
    </section>
  );
}

function useDayTitle(day: string): string {
  const { locale } = useLocale();
  const today = useToday();
  if (day === today) return t('today');
  return day === resolveDay('today-1', today) ? t('yesterday') : formatDay(day, locale);
}

function EntriesSkeleton() {
  return (
    <div aria-busy>
      {[64, 48, 56].map((width) => (
        <Skeleton key={width} height={14} mb={14} width={`${width}%`} />
      ))}
    </div>
  );
}
