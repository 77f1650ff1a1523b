import { Button } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import type { WorkingCalendar, WorkingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import { StackedForm } from '../../ui/content/index.ts';
import {
  DraftBanner,
  Failures,
  LeaveDialog,
  matchField,
  useDraft,
  useSubmission,
} from '../../ui/forms/index.ts';
import { Buttons, useLocale } from '../../ui/index.ts';
import { type SettingsBase, SettingsConflict } from '../../ui/sections/settings-conflict.tsx';
import { TimeZoneField } from '../../ui/time-zone/time-zone-field.tsx';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import {
  type CalendarValues,
  fillCalendarForm,
  findCalendarProblems,
  readCalendarForm,
  weekdays,
} from './working-calendar.ts';
import { HolidayFields } from './working-calendar-holidays.tsx';
import { HoursFields, PreviewSentence } from './working-calendar-hours.tsx';

export type CalendarForm = UseFormReturnType<CalendarValues>;

const fieldOf = matchField([], {
  timeZone: 'timeZone',
  holidays: 'holidays',
  ...Object.fromEntries(weekdays.map(({ key }) => [`hours.${key}`, `hours.${key}`])),
  hours: 'hours.monday',
});

interface WorkingCalendarFormProps {
  start: WorkingCalendar;
  isNew: boolean;
  base: SettingsBase<WorkingCalendarAnswer>;
  onSave: (calendar: WorkingCalendar) => Promise<void>;
  onCancel: () => void;
  onDelete: () => void;
  /** Someone else changed the calendar, and the person chose to see that instead of what they typed. */
  onTake: (current: WorkingCalendarAnswer) => void;
}

/** Time zone, hours of each weekday, and holidays. */
export function WorkingCalendarForm(props: WorkingCalendarFormProps) {
  const { start, isNew, base, onSave, onCancel, onDelete, onTake } = props;
  const { locale } = useLocale();
  const form = useForm<CalendarValues>({
    initialValues: fillCalendarForm(start),
    validate: findCalendarProblems,
  });
  const draft = useDraft(form, { form: 'working-calendar' });
  const submission = useSubmission({ setErrors: form.setErrors, fieldOf });
  const submit = form.onSubmit(
    (values) =>
      submission.run(async () => {
        const calendar = readCalendarForm(values);
        await onSave(calendar);
        form.setInitialValues(fillCalendarForm(calendar));
        form.reset();
        draft.renew();
      }),
    submission.focusFirstError,
  );
  return (
    <StackedForm ref={submission.formRef} onSubmit={submit} wide>
      <LeaveDialog dirty={form.isDirty()} submission={submission} draft={draft} />
      <DraftBanner draft={draft} />
      <TimeZoneField
        input={form.getInputProps('timeZone')}
        chosen={form.values.timeZone}
        locale={locale}
        hint={(now) => t('calendar.timeZoneHint', { now })}
      />
      <HoursFields form={form} />
      <PreviewSentence hours={form.values.hours} />
      <HolidayFields form={form} />
      <Failures sentences={submission.failures} />
      <SettingsConflict
        base={base}
        onTake={(current) => {
          draft.clear();
          onTake(current);
        }}
      />
      <Buttons>
        <Button type="submit" loading={submission.sending} disabled={!isNew && !form.isDirty()}>
          {shared('action.save')}
        </Button>
        {isNew ? (
          <Button
            variant="default"
            onClick={() => {
              draft.clear();
              onCancel();
            }}
          >
            {shared('action.cancel')}
          </Button>
        ) : (
          <Button variant="default" onClick={onDelete} disabled={submission.sending}>
            {t('calendar.remove')}
          </Button>
        )}
      </Buttons>
    </StackedForm>
  );
}
