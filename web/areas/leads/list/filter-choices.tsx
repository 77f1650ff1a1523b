import { NativeSelect } from '@mantine/core';
import { type FlagName, type WithinName, withinField } from '../../../../contract/leads/lead-filters.ts';
import { words } from '../../../../contract/words.ts';
import { withFilter } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { t } from './catalogue.ts';
import { FilterFrame, useOpened } from './filter-frame.tsx';
import { hoursWords } from './filter-words.ts';
import classes from './filters.module.css';

interface Props<Name extends FlagName | WithinName> {
  name: Name;
  control: ListControl;
}

/** A yes/no filter that may also be unset. */
export function FlagFilter({ name, control }: Props<FlagName>) {
  const values = Object.entries(words.flag[name]).map(([value, label]) => ({ value, label }));
  return <Choice name={name} control={control} none={t('filters.allLeads')} values={values} />;
}

/** A filter by the hours that are left. */
export function HoursFilter({ name, control }: Props<WithinName>) {
  const { offeredHours } = withinField(name).filter;
  const chosen = Number(control.state.filters[name] ?? offeredHours[0]);
  const hours = [...new Set([...offeredHours, chosen])].sort((a, b) => a - b);
  const values = hours.map((count) => ({ value: String(count), label: hoursWords(count) }));
  return <Choice name={name} control={control} none={t('filters.anyTime')} values={values} />;
}

interface ChoiceProps extends Props<FlagName | WithinName> {
  none: string;
  values: { value: string; label: string }[];
}

function Choice({ name, control, none, values }: ChoiceProps) {
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
          data={[{ value: '', label: none }, ...values]}
        />
      </div>
    </FilterFrame>
  );
}
