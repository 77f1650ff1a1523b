import { Button } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import { adoptAnswer } from '../../api/adopt-answer.ts';
import { Loaded, RowsSkeleton, Stack } from '../../ui/content/index.ts';
import { browserZone, EmptyState, Panel } from '../../ui/index.ts';
import { relative } from '../../ui/rich-moments.tsx';
import { useRevision } from '../../ui/sections/settings-conflict.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { useCalendarChanges } from './use-calendar-changes.ts';
import { startCalendar, workingCalendarKey, workingCalendarQuery } from './working-calendar.ts';
import { WorkingCalendarForm } from './working-calendar-form.tsx';
import { WorkingCalendarView } from './working-calendar-view.tsx';

/** When the organization works: everyone can read it; admins of the whole organization can change it. */
export function WorkingCalendarSection() {
  const query = useQuery(workingCalendarQuery);
  return (
    <Panel title={shared('section.working-calendar')}>
      <Stack>
        <p className="ll-note">{t('calendar.hint')}</p>
        <Loaded query={query} loading={<RowsSkeleton rows={4} />}>
          {(answer) => <Content answer={answer} />}
        </Loaded>
      </Stack>
    </Panel>
  );
}

function Content({ answer }: { answer: WorkingCalendarAnswer }) {
  const [draft, setDraft] = useState<WorkingCalendar | null>(null);
  const { calendar, mayChange } = answer;
  if (!mayChange) return calendar ? <WorkingCalendarView calendar={calendar} /> : <NoCalendar />;
  if (calendar === null && draft === null) {
    return <NoCalendar onStart={() => setDraft(startCalendar(browserZone()))} />;
  }
  const start = calendar ?? draft;
  if (start === null) return null;
  return (
    <>
      {answer.updatedAt && (
        <p className="ll-note">
          {answer.updatedBy
            ? t.rich('calendar.changedBy', { name: answer.updatedBy, when: relative(answer.updatedAt) })
            : t.rich('calendar.changed', { when: relative(answer.updatedAt) })}
        </p>
      )}
      <Editor
        // A new form once the calendar is created or deleted; otherwise it keeps what it began with.
        key={calendar === null ? 'new' : 'kept'}
        answer={answer}
        start={start}
        onDone={() => setDraft(null)}
      />
    </>
  );
}

interface EditorProps {
  answer: WorkingCalendarAnswer;
  start: WorkingCalendar;
  onDone: () => void;
}

function Editor({ answer, start, onDone }: EditorProps) {
  const client = useQueryClient();
  const changes = useCalendarChanges();
  const base = useRevision(answer);
  const [round, setRound] = useState(0);
  const { calendar } = answer;
  return (
    <WorkingCalendarForm
      key={round}
      start={base.settings.calendar ?? start}
      isNew={calendar === null}
      base={base}
      onSave={async (next) => {
        await base.change((revision) => changes.save(next, revision));
        onDone();
      }}
      onCancel={onDone}
      onDelete={() => {
        // The failure has been announced, and the form shows how to resolve a conflict.
        if (calendar) base.attempt((revision) => changes.remove(calendar, revision)).catch(() => undefined);
      }}
      onTake={async (current) => {
        await adoptAnswer(client, workingCalendarKey, current);
        setRound(round + 1);
      }}
    />
  );
}

function NoCalendar({ onStart }: { onStart?: () => void }) {
  return (
    <EmptyState
      icon={<IconCalendarTime size={26} stroke={1.7} />}
      title={t('calendar.none')}
      actions={onStart && <Button onClick={onStart}>{t('calendar.set')}</Button>}
    >
      {t('calendar.noneHint')}
      {onStart === undefined && ` ${t('calendar.whoCanSet')}`}
    </EmptyState>
  );
}
