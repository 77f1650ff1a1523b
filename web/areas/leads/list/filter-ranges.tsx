import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import {
  boundsOf,
  type DaysName,
  isAmount,
  type RangeName,
} from '../../../../contract/leads/lead-filters.ts';
import { resolveDay } from '../../../../contract/leads/relative-days.ts';
import { words } from '../../../../contract/words.ts';
import { runsBackwards } from '../../../lead-query/list-state.ts';
import { withFilter } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { completeYear } from '../../../ui/days.ts';
import { useLocale } from '../../../ui/index.ts';
import { useToday } from '../../../ui/use-today.ts';
import { explainAmount, formatAmount, parseAmount } from '../lead/deal-form/money-text.ts';
import { t } from './catalogue.ts';
import { boundsOfSpan, dayWords, quickSpans, spanWords } from './day-words.ts';
import { FilterFrame, useOpened } from './filter-frame.tsx';
import classes from './filters.module.css';

/** A filter by a range of days or amounts, either end of which may be open. */
export function RangeFilter({ name, control }: { name: RangeName; control: ListControl }) {
  const { filters } = control.state;
  const bounds = boundsOf(name);
  const { [bounds.from]: from, [bounds.to]: until } = filters;
  const isSet = from !== undefined || until !== undefined;
  const [opened, setOpened] = useOpened(name, isSet);
  const change = (parameter: typeof bounds.from | typeof bounds.to) => (value: string) =>
    control.change({ filters: withFilter(filters, parameter, value) });
  // Not in the address: the API refuses a range that ends before it begins.
  const first = {
    value: from,
    refuse: (value: string) =>
      until !== undefined && runsBackwards(name, value, until) ? t(`filters.${kind}.afterEnd`) : undefined,
    onValue: change(bounds.from),
  };
  const last = {
    value: until,
    refuse: (value: string) =>
      from !== undefined && runsBackwards(name, from, value) ? t(`filters.${kind}.beforeStart`) : undefined,
    onValue: change(bounds.to),
  };
  const kind = isAmount(name) ? 'amount' : 'day';
  const Input = isAmount(name) ? AmountInput : DayInput;
  return (
    <FilterFrame name={name} chosen={isSet ? 1 : 0} opened={opened} onToggle={setOpened}>
      <fieldset className={classes.values}>
        <legend className="ll-visually-hidden">{words.filter[name]}</legend>
        {!isAmount(name) && <QuickSpans name={name} control={control} />}
        <Input label={t(`filters.${kind}.from`)} {...first} />
        <Input label={t(`filters.${kind}.until`)} {...last} />
        {kind === 'amount' && <p className={classes.remark}>{t('filters.amount.remark')}</p>}
      </fieldset>
    </FilterFrame>
  );
}

/** Spans that move with the calendar, so that a view for the last week stays right. */
function QuickSpans({ name, control }: { name: DaysName; control: ListControl }) {
  const { locale } = useLocale();
  const { filters } = control.state;
  const bounds = boundsOf(name);
  return (
    <fieldset className={`ll-choices ${classes.spans}`}>
      <legend className="ll-visually-hidden">{t('filters.day.quick')}</legend>
      {quickSpans(name).map((span) => {
        const [from, to] = boundsOfSpan(span);
        const pressed = (filters[bounds.from] ?? '') === from && filters[bounds.to] === to;
        const choose = () => {
          const other = withFilter(filters, bounds.from, pressed ? '' : from);
          control.change({ filters: withFilter(other, bounds.to, pressed ? '' : to) });
        };
        return (
          <Button
            key={from + to}
            size="compact-sm"
            variant={pressed ? 'light' : 'default'}
            aria-pressed={pressed}
            onClick={choose}
          >
            {capitalize(wordsOfSpan(from, to, locale), locale)}
          </Button>
        );
      })}
    </fieldset>
  );
}

/** Without a beginning, the span is of what should have been done by now. */
const wordsOfSpan = (from: string, to: string, locale?: string) =>
  from === '' ? t('range.overdue') : (spanWords(from, to) ?? dayWords(from, locale));

const capitalize = (words: string, locale?: string) =>
  words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

interface BoundProps {
  label: string;
  value: string | undefined;
  /** Why a value does not go with the other end of the range. */
  refuse: (value: string) => string | undefined;
  onValue: (value: string) => void;
}

/** Keeps what is typed until it is in the address, and adopts what comes from there unless that is what was typed. */
function useTyped(
  value: string,
  write: (value: string) => string,
  read: (typed: string) => string | undefined,
) {
  const [typed, setTyped] = useState(write(value));
  const [adopted, setAdopted] = useState(value);
  if (value !== adopted) {
    setAdopted(value);
    if (read(typed) !== value) setTyped(write(value));
  }
  return [typed, setTyped] as const;
}

const asItIs = (day: string) => day;

/** A year being typed passes through very early dates, which take effect only when the field is left. */
const isTyped = (day: string) => day === '' || day >= '1000';

function DayInput({ label, value = '', refuse, onValue }: BoundProps) {
  // A field for dates can show a relative day only as the one that it is today; typing makes it that day for good.
  const day = resolveDay(value, useToday());
  const [typed, setTyped] = useTyped(day, asItIs, asItIs);
  const act = (value: string) => {
    setTyped(value);
    if (isTyped(value) && value !== day && !(value && refuse(value))) onValue(value);
  };
  return (
    <TextInput
      label={label}
      error={typed !== '' && isTyped(typed) && refuse(typed)}
      type="date"
      max="9999-12-31"
      size="xs"
      mb={6}
      value={typed}
      onChange={(event) => act(event.currentTarget.value)}
      onBlur={() => act(isTyped(completeYear(typed)) ? completeYear(typed) : day)}
    />
  );
}

/** Long enough to type the next digit. */
const pauseMilliseconds = 500;

/** An amount in US dollars, as the reader writes numbers. */
function AmountInput({ label, value = '', refuse, onValue }: BoundProps) {
  const { locale } = useLocale();
  const read = (text: string) => readDollars(text, locale);
  const [typed, setTyped] = useTyped(value, (dollars) => writeDollars(dollars, locale), read);
  const [left, setLeft] = useState(true);
  const act = (text: string) => {
    const next = read(text) ?? value;
    if (next !== value && !(next && refuse(next))) onValue(next);
  };
  const actSoon = useDebouncedCallback(act, pauseMilliseconds);
  const leave = () => {
    setLeft(true);
    act(typed);
  };
  const dollars = read(typed);
  const fault = dollars === undefined ? explainDollars(typed, locale) : dollars !== '' && refuse(dollars);
  return (
    <TextInput
      label={label}
      error={left && fault}
      inputMode="decimal"
      size="xs"
      mb={6}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setLeft(false);
        actSoon(event.currentTarget.value);
      }}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
      onBlur={leave}
    />
  );
}

/** An amount as in the address; empty for none, undefined if it cannot be read. */
function readDollars(text: string, locale?: string): string | undefined {
  const amount = parseAmount(text, 'USD', locale);
  if ('problem' in amount) return amount.problem === 'empty' ? '' : undefined;
  return String(amount.amountMinor / 100);
}

function writeDollars(dollars: string, locale?: string): string {
  if (dollars === '') return '';
  return formatAmount({ amountMinor: Math.round(Number(dollars) * 100), currency: 'USD' }, locale);
}

function explainDollars(text: string, locale?: string): string | undefined {
  const amount = parseAmount(text, 'USD', locale);
  return 'problem' in amount ? explainAmount(amount.problem, 'USD', locale) : undefined;
}
