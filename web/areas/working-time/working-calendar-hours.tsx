import { ActionIcon, Input, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId } from 'react';
import type { Weekday, WorkingSpan } from '../../../contract/working-time/calendar.ts';
import { Remark } from '../../ui/content/index.ts';
import { useLocale } from '../../ui/index.ts';
import { strong } from '../../ui/rich-text.tsx';
import { t } from './catalogue.ts';
import classes from './working-calendar.module.css';
import {
  formatClock,
  fromEndField,
  nextSpan,
  previewAnswer,
  toEndField,
  type WeekHours,
  weekdays,
} from './working-calendar.ts';
import type { CalendarForm } from './working-calendar-form.tsx';

const maxSpans = 6;

/** The hours of each day of the week. */
export function HoursFields({ form }: { form: CalendarForm }) {
  return (
    <fieldset className={classes.week}>
      <legend className={classes.legend}>{t('hours.title')}</legend>
      {weekdays.map(({ key, name }) => (
        <DayFields key={key} day={key} name={name} form={form} />
      ))}
    </fieldset>
  );
}

function DayFields({ day, name, form }: { day: Weekday; name: string; form: CalendarForm }) {
  const errorId = useId();
  const spans = form.values.hours[day];
  const error = form.errors[`hours.${day}`];
  const more = nextSpan(spans);
  const change = (next: WorkingSpan[]) => {
    form.setFieldValue(`hours.${day}`, next);
    form.clearFieldError(`hours.${day}`);
  };
  const turn = (works: boolean) => {
    const first = nextSpan([]);
    change(works && first ? [first] : []);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be named twice
    <div className={classes.day} role="group" aria-label={name}>
      <Switch
        label={name}
        aria-label={t('hours.works', { day: name })}
        checked={spans.length > 0}
        aria-invalid={error !== undefined && spans.length === 0 ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      <div className={classes.spans}>
        {spans.length === 0 && <span className="ll-muted">{t('hours.none')}</span>}
        {spans.map((span, at) => (
          <SpanFields
            // biome-ignore lint/suspicious/noArrayIndexKey: hours are known by their place
            key={at}
            label={spans.length === 1 ? name : t('hours.part', { day: name, number: String(at + 1) })}
            span={span}
            invalid={error !== undefined}
            errorId={errorId}
            onChange={(next) => change(spans.map((one, place) => (place === at ? next : one)))}
            onRemove={spans.length > 1 ? () => change(spans.filter((_, place) => place !== at)) : undefined}
          />
        ))}
        {error && (
          <p className={classes.error} id={errorId}>
            {error}
          </p>
        )}
      </div>
      {spans.length > 0 && spans.length < maxSpans && more && (
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('hours.add', { day: name })}
          onClick={() => change([...spans, more])}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

interface SpanFieldsProps {
  label: string;
  span: WorkingSpan;
  invalid: boolean;
  errorId: string;
  onChange: (span: WorkingSpan) => void;
  onRemove?: () => void;
}

function SpanFields({ label, span, invalid, errorId, onChange, onRemove }: SpanFieldsProps) {
  const common = {
    type: 'time',
    className: classes.time,
    error: invalid,
    // Mantine's own names for its parts would replace the description, which stands below all hours of the day.
    withAria: false,
    'aria-invalid': invalid || undefined,
    'aria-describedby': invalid ? errorId : undefined,
  };
  return (
    <div className={classes.span}>
      <Input
        {...common}
        aria-label={t('hours.from', { span: label })}
        value={span.from}
        onChange={(event) => onChange({ ...span, from: event.currentTarget.value })}
      />
      <span aria-hidden>–</span>
      <Input
        {...common}
        aria-label={t('hours.to', { span: label })}
        value={toEndField(span.to)}
        onChange={(event) => onChange({ ...span, to: fromEndField(event.currentTarget.value) })}
      />
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('hours.remove', { span: label })}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** An example of what the hours do. */
export function PreviewSentence({ hours }: { hours: WeekHours }) {
  const { locale } = useLocale();
  const preview = previewAnswer(hours);
  if (preview === null) return null;
  const { end, answer } = preview;
  return (
    <Remark aria-live="polite">
      {t.rich('calendar.preview', {
        endDay: end.day,
        endTime: formatClock(end.time, locale),
        day: answer.day,
        time: formatClock(answer.time, locale),
        b: strong,
      })}
    </Remark>
  );
}
