import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { boundsOf, type FlagName, type RangeName } from '../../../../contract/leads/lead-filters.ts';
import { words } from '../../../../contract/words.ts';
import { withFilter } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { completeYear } from '../../../ui/days.ts';
import { t } from './catalogue.ts';
import { FilterFrame, useOpened } from './filter-frame.tsx';
import classes from './filters.module.css';

/** A filter by a range of days, either end of which may be open. */
export function RangeFilter({ name, control }: { name: RangeName; control: ListControl }) {
  const { filters } = control.state;
  const bounds = boundsOf(name);
  const { [bounds.from]: from, [bounds.to]: until } = filters;
  const isSet = from !== undefined || until !== undefined;
  const [opened, setOpened] = useOpened(name, isSet);
  const change = (parameter: typeof bounds.from | typeof bounds.to) => (day: string) =>
    control.change({ filters: withFilter(filters, parameter, day) });
  return (
    <FilterFrame name={name} chosen={isSet ? 1 : 0} opened={opened} onToggle={setOpened}>
      <fieldset className={classes.values}>
        <legend className="ll-visually-hidden">{words.filter[name]}</legend>
        <DayInput label={t('filters.from')} day={from} onDay={change(bounds.from)} />
        <DayInput
          label={t('filters.until')}
          day={until}
          error={from !== undefined && until !== undefined && until < from && t('filters.untilBeforeFrom')}
          onDay={change(bounds.to)}
        />
      </fieldset>
    </FilterFrame>
  );
}

interface DayProps {
  label: string;
  day: string | undefined;
  error?: string | false;
  onDay: (day: string) => void;
}

/** A year being typed passes through very early dates, which take effect only when the field is left. */
const isTyped = (day: string) => day === '' || day >= '1000';

/** Keeps what is typed until it is in the address. */
function DayInput({ label, day = '', error, onDay }: DayProps) {
  const [typed, setTyped] = useState(day);
  const [adopted, setAdopted] = useState(day);
  if (day !== adopted) {
    setAdopted(day);
    setTyped(day);
  }
  const act = (value: string) => {
    setTyped(value);
    if (isTyped(value) && value !== day) onDay(value);
  };
  return (
    <TextInput
      label={label}
      error={error}
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

/** A yes/no filter that may also be unset. */
export function FlagFilter({ name, control }: { name: FlagName; control: ListControl }) {
  const { filters } = control.state;
  const chosen = filters[name];
  const [opened, setOpened] = useOpened(name, chosen !== undefined);
  return (
    <FilterFrame name={name} chosen={chosen === undefined ? 0 : 1} opened={opened} onToggle={setOpened}>
      <div className={classes.values}>
        <NativeSelect
          size="xs"
          aria-label={words.filter[name]}
          value={chosen ?? ''}
          onChange={(event) =>
            control.change({ filters: withFilter(filters, name, event.currentTarget.value) })
          }
          data={[
            { value: '', label: t('filters.allLeads') },
            ...Object.entries(words.flag[name]).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
    </FilterFrame>
  );
}
