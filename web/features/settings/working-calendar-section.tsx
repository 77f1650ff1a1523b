import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/calendar.ts';
import { EmptyState, ErrorState, Panel, RelativeTime } from '../../ui/index.ts';
import { ListSkeleton } from './list-skeleton.tsx';
import classes from './settings.module.css';
import { useCalendarChanges } from './use-calendar-changes.ts';
import { startCalendar, workingCalendarQuery } from './working-calendar.ts';
import { WorkingCalendarForm } from './working-calendar-form.tsx';
import { WorkingCalendarView } from './working-calendar-view.tsx';

/** When the organization works: read by everybody, changed by those who answer for all of it. */
export function WorkingCalendarSection() {
  const query = useQuery(workingCalendarQuery);
  return (
    <Panel title="Working calendar">
      <div className={classes.content}>
        <p className={classes.intro}>
          Reminders and the “respond by” of a lead keep to your working hours. When a lead expires does not
          change.
        </p>
        {query.isPending && <ListSkeleton rows={4} />}
        {query.isError && !query.data && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.data && <Content answer={query.data} />}
      </div>
    </Panel>
  );
}

function Content({ answer }: { answer: WorkingCalendarAnswer }) {
  const [draft, setDraft] = useState<WorkingCalendar | null>(null);
  const changes = useCalendarChanges();
  const { calendar, mayChange } = answer;
  if (!mayChange) return calendar ? <WorkingCalendarView calendar={calendar} /> : <NoCalendar />;
  if (calendar === null && draft === null) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return <NoCalendar onStart={() => setDraft(startCalendar(zone))} />;
  }
  const start = calendar ?? draft;
  if (start === null) return null;
  return (
    <>
      {answer.updatedAt && (
        <p className={classes.intro}>
          Changed <RelativeTime at={answer.updatedAt} />
          {answer.updatedBy && ` by ${answer.updatedBy}`}.
        </p>
      )}
      <WorkingCalendarForm
        start={start}
        isNew={calendar === null}
        onSave={async (next) => {
          await changes.save(next);
          setDraft(null);
        }}
        onCancel={() => setDraft(null)}
        onDelete={() => {
          if (calendar) void changes.remove(calendar);
        }}
      />
    </>
  );
}

function NoCalendar({ onStart }: { onStart?: () => void }) {
  return (
    <EmptyState
      icon={<IconCalendarTime size={26} stroke={1.7} />}
      title="Every hour counts"
      actions={onStart && <Button onClick={onStart}>Set working hours</Button>}
    >
      Your organization has no working calendar, so reminders come and “respond by” falls on any day, at any
      hour.
      {onStart === undefined &&
        ' An Account admin or a Referrals admin of your whole organization can set one.'}
    </EmptyState>
  );
}
