import { Button, Select } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMemo } from 'react';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { formatInstant, useLocale, useNow } from '../../ui/index.ts';
import { Failures, matchField, useSubmission } from '../lead-details/index.ts';
import classes from './settings.module.css';
import { findWeekProblems, weekdays } from './working-calendar.ts';
import { HolidayFields } from './working-calendar-holidays.tsx';
import { HoursFields, PreviewSentence } from './working-calendar-hours.tsx';

export type CalendarForm = UseFormReturnType<WorkingCalendar>;

const fieldOf = matchField([], {
  timeZone: 'timeZone',
  holidays: 'holidays',
  ...Object.fromEntries(weekdays.map(({ key }) => [`hours.${key}`, `hours.${key}`])),
  hours: 'hours.monday',
});

interface WorkingCalendarFormProps {
  start: WorkingCalendar;
  isNew: boolean;
  onSave: (calendar: WorkingCalendar) => Promise<void>;
  onCancel: () => void;
  onDelete: () => void;
}

/** Time zone, hours of each weekday, and holidays. */
export function WorkingCalendarForm({ start, isNew, onSave, onCancel, onDelete }: WorkingCalendarFormProps) {
  const form = useForm<WorkingCalendar>({
    initialValues: start,
    validate: ({ hours }) => findWeekProblems(hours),
  });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit((values) => submission.run(() => onSave(values)), submission.focusFirstError);
  return (
    <form ref={submission.formRef} onSubmit={submit} noValidate className={classes.content}>
      <ZoneField form={form} />
      <HoursFields form={form} />
      <PreviewSentence hours={form.values.hours} />
      <HolidayFields form={form} />
      <Failures sentences={submission.failures} />
      <div className={classes.buttons}>
        <Button type="submit" loading={submission.sending} disabled={!isNew && !form.isDirty()}>
          Save
        </Button>
        {isNew ? (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        ) : (
          <Button variant="default" onClick={onDelete} disabled={submission.sending}>
            Delete calendar
          </Button>
        )}
      </div>
    </form>
  );
}

function ZoneField({ form }: { form: CalendarForm }) {
  const { locale } = useLocale();
  const now = new Date(useNow()).toISOString();
  const { timeZone } = form.values;
  const zones = useMemo(() => {
    const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
    const all = known.includes(timeZone) ? known : [timeZone, ...known];
    return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  }, [timeZone]);
  return (
    <Select
      label="Time zone"
      description={`The hours below are hours there. It is now ${formatInstant(now, locale, timeZone)}.`}
      searchable
      allowDeselect={false}
      limit={200}
      maw="30rem"
      data={zones}
      nothingFoundMessage="No such time zone"
      {...form.getInputProps('timeZone')}
    />
  );
}
