import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Stack } from '../../ui/content/index.ts';
import { completeYear } from '../../ui/days.ts';
import { Buttons, formatDay, useLocale } from '../../ui/index.ts';
import { shared } from '../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import classes from './working-calendar.module.css';
import { addDays, readDays } from './working-calendar.ts';
import type { CalendarForm } from './working-calendar-form.tsx';

/** Days off: added one by one, or pasted as a list. */
export function HolidayFields({ form }: { form: CalendarForm }) {
  const { locale } = useLocale();
  const [opened, setPasting] = useState(false);
  // A restored draft of the list is shown.
  const pasting = opened || form.values.pastedDays !== '';
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { holidays } = form.values;
  const change = (days: string[]) => {
    form.setFieldValue('holidays', days);
    form.clearFieldError('holidays');
  };
  function remove(day: string) {
    const at = holidays.indexOf(day);
    change(holidays.filter((one) => one !== day));
    // The focused button disappears, so the next one takes the focus.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll('button') ?? [];
      (buttons[Math.min(at, buttons.length - 1)] ?? input.current)?.focus();
    });
  }
  return (
    <fieldset className={classes.week}>
      <legend className={classes.legend}>{t('holidays.title')}</legend>
      {holidays.length === 0 ? (
        <p className="ll-note">{t('holidays.none')}</p>
      ) : (
        <ul className={`ll-list ${classes.holidays}`} ref={list} aria-label={t('holidays.title')}>
          {holidays.map((day) => (
            <li key={day} className={classes.holiday}>
              <time dateTime={day}>{formatDay(day, locale)}</time>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('holidays.remove', { day: formatDay(day, locale) })}
                onClick={() => remove(day)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {form.errors.holidays && <p className={classes.error}>{form.errors.holidays}</p>}
      {pasting ? (
        <PasteDays
          form={form}
          onAdd={(days) => change(addDays(holidays, days))}
          onClose={() => {
            setPasting(false);
            requestAnimationFrame(() => input.current?.focus());
          }}
        />
      ) : (
        <AddDay
          form={form}
          inputRef={input}
          onAdd={(day) => change(addDays(holidays, [day]))}
          onPaste={() => setPasting(true)}
        />
      )}
    </fieldset>
  );
}

interface AddDayProps {
  form: CalendarForm;
  inputRef: React.RefObject<HTMLInputElement | null>;
  onAdd: (day: string) => void;
  onPaste: () => void;
}

function AddDay({ form, inputRef, onAdd, onPaste }: AddDayProps) {
  const field = form.getInputProps('addedDay');
  function add() {
    const day = completeYear(form.values.addedDay);
    const [read] = readDays(day).days;
    if (read === undefined)
      form.setFieldError('addedDay', day === '' ? t('holidays.dayMissing') : t('holidays.yearTooShort'));
    else {
      onAdd(read);
      form.setFieldValue('addedDay', '');
    }
    inputRef.current?.focus();
  }
  // Enter adds the day and must not submit the form.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  }
  return (
    <div className={classes.addDay}>
      <TextInput
        ref={inputRef}
        type="date"
        label={t('holidays.day')}
        max="9999-12-31"
        onKeyDown={onKeyDown}
        {...field}
      />
      <Button variant="default" onClick={add}>
        {t('holidays.add')}
      </Button>
      <Button variant="subtle" onClick={onPaste}>
        {t('holidays.pasteList')}
      </Button>
    </div>
  );
}

function explainLeft(added: number, unreadable: number): string {
  if (unreadable === 0) return t('paste.missing');
  return added > 0 ? t('paste.someAdded', { count: String(added) }) : t('paste.noDates');
}

interface PasteDaysProps {
  form: CalendarForm;
  onAdd: (days: string[]) => void;
  onClose: () => void;
}

function PasteDays({ form, onAdd, onClose }: PasteDaysProps) {
  function add() {
    const { days, unreadable } = readDays(form.values.pastedDays);
    onAdd(days);
    form.setFieldValue('pastedDays', unreadable.join('\n'));
    if (unreadable.length === 0 && days.length > 0) return onClose();
    form.setFieldError('pastedDays', explainLeft(days.length, unreadable.length));
  }
  return (
    <Stack>
      <Textarea
        label={t('paste.label')}
        description={t('paste.hint')}
        autosize
        minRows={4}
        maxRows={12}
        data-autofocus
        autoFocus
        {...form.getInputProps('pastedDays')}
      />
      <Buttons>
        <Button variant="default" onClick={add}>
          {t('paste.add')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            form.setFieldValue('pastedDays', '');
            onClose();
          }}
        >
          {shared('action.cancel')}
        </Button>
      </Buttons>
    </Stack>
  );
}
