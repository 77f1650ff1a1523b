import { Checkbox, TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { LeadFilterName } from '../../../contract/enums.ts';
import type { FacetValue, LeadFacets } from '../../../contract/lead-list.ts';
import { words } from '../../../contract/words.ts';
import { formatNumber, useLocale } from '../../ui/index.ts';
import { filterOrder, longFilters, offeredValues } from './filter-words.ts';
import classes from './filters.module.css';
import { toggleFilter } from './selection.ts';
import type { ListControl } from './use-list-state.ts';

const openAtFirst: ReadonlySet<LeadFilterName> = new Set(['status', 'leadQuality', 'callToAction']);
const shownAtOnce = 8;

interface Props {
  control: ListControl;
  facets: LeadFacets | undefined;
}

/** The nine filters, one under the other; every change acts at once. */
export function FilterGroups({ control, facets }: Props) {
  return (
    <div>
      {filterOrder.map((name) => (
        <FilterGroup key={name} name={name} control={control} facets={facets} />
      ))}
    </div>
  );
}

function FilterGroup({ name, control, facets }: Props & { name: LeadFilterName }) {
  const { locale } = useLocale();
  const chosen = control.state.filters[name] ?? [];
  const [opened, setOpened] = useState(openAtFirst.has(name) || chosen.length > 0);
  const values = offeredValues(name, facets, chosen, locale);
  return (
    <details
      className={classes.group}
      open={opened}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>
        <IconChevronRight size={16} className={classes.chevron} aria-hidden />
        <span>{words.filter[name]}</span>
        {chosen.length > 0 && (
          <span className={classes.chosen}>
            {chosen.length}
            <span className="ll-visually-hidden"> chosen</span>
          </span>
        )}
      </summary>
      {opened && (
        <FilterValues
          name={name}
          values={values}
          chosen={chosen}
          onToggle={(value) => control.change({ filters: toggleFilter(control.state.filters, name, value) })}
        />
      )}
    </details>
  );
}

interface ValuesProps {
  name: LeadFilterName;
  values: FacetValue[];
  chosen: string[];
  onToggle: (value: string) => void;
}

function FilterValues({ name, values, chosen, onToggle }: ValuesProps) {
  const { locale } = useLocale();
  const id = useId();
  const [narrow, setNarrow] = useState('');
  const [all, setAll] = useState(false);
  const isLong = longFilters.has(name);
  const wanted = narrow.trim().toLocaleLowerCase(locale);
  const matching = wanted
    ? values.filter((value) => value.label.toLocaleLowerCase(locale).includes(wanted))
    : chosenFirst(values, isLong ? chosen : []);
  const shown = all || !isLong ? matching : matching.slice(0, Math.max(shownAtOnce, chosen.length));
  return (
    <fieldset className={classes.values}>
      <legend className="ll-visually-hidden">{words.filter[name]}</legend>
      {isLong && values.length > shownAtOnce && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={`Narrow ${words.filter[name].toLowerCase()}`}
          placeholder="Type to narrow"
          value={narrow}
          onChange={(event) => setNarrow(event.currentTarget.value)}
        />
      )}
      {shown.map((value) => (
        <label
          key={value.value}
          htmlFor={`${id}-${value.value}`}
          className={classes.value}
          data-empty={value.count === 0 || undefined}
        >
          <Checkbox
            id={`${id}-${value.value}`}
            size="xs"
            checked={chosen.includes(value.value)}
            onChange={() => onToggle(value.value)}
          />
          <span className={classes.valueLabel}>{value.label}</span>
          <span className="ll-numbers ll-muted">{formatNumber(value.count, locale)}</span>
        </label>
      ))}
      {shown.length === 0 && (
        <p className={classes.nothing}>{wanted ? 'Nothing matches' : 'No values yet'}</p>
      )}
      {shown.length < matching.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          Show {matching.length - shown.length} more
        </button>
      )}
    </fieldset>
  );
}

function chosenFirst(values: FacetValue[], chosen: string[]): FacetValue[] {
  if (chosen.length === 0) return values;
  const isChosen = (value: FacetValue) => chosen.includes(value.value);
  return [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))];
}
