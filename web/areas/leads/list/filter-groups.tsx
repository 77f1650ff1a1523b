import { Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { LeadFilterName } from '../../../../contract/enums.ts';
import type { FacetValue, LeadFacets } from '../../../../contract/lead-list.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import { words } from '../../../../contract/words.ts';
import { toggleFilter } from '../../../lead-query/selection.ts';
import { formatNumber, useLocale } from '../../../ui/index.ts';
import { filterOrder, longFilters, offeredValues } from './filter-words.ts';
import classes from './filters.module.css';
import { useCustomerNames } from './list-data.ts';
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
  const [narrow, setNarrow] = useState('');
  const asksApi = name === 'customerName';
  const [wanted] = useDebouncedValue(narrow.trim(), 250);
  const names = useCustomerNames(control.state, asksApi ? wanted : '', asksApi && opened);
  const values = offeredValues(name, asksApi ? names.data : facets, asksApi && wanted ? [] : chosen, locale);
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
          narrow={narrow}
          onNarrow={setNarrow}
          isNarrowed={asksApi}
          isComing={asksApi && names.isPending}
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
  narrow: string;
  onNarrow: (narrow: string) => void;
  /** The values are those that match already. */
  isNarrowed: boolean;
  isComing: boolean;
  onToggle: (value: string) => void;
}

function FilterValues(props: ValuesProps) {
  const { name, values, chosen, narrow, onNarrow, isNarrowed, isComing, onToggle } = props;
  const { locale } = useLocale();
  const id = useId();
  const [all, setAll] = useState(false);
  const isLong = longFilters.has(name);
  const wanted = foldForSearch(narrow);
  const matching =
    wanted && !isNarrowed
      ? values.filter((value) => foldForSearch(value.label).includes(wanted))
      : chosenFirst(values, isLong ? chosen : []);
  const shown = all || !isLong ? matching : matching.slice(0, Math.max(shownAtOnce, chosen.length));
  return (
    <fieldset className={classes.values}>
      <legend className="ll-visually-hidden">{words.filter[name]}</legend>
      {isLong && (values.length > shownAtOnce || narrow !== '') && (
        <TextInput
          size="xs"
          mb={6}
          aria-label={`Narrow ${words.filter[name].toLowerCase()}`}
          placeholder="Type to narrow"
          value={narrow}
          onChange={(event) => onNarrow(event.currentTarget.value)}
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
      {shown.length === 0 && <p className={classes.nothing}>{nothingWords(isComing, wanted !== '')}</p>}
      {shown.length < matching.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          Show {matching.length - shown.length} more
        </button>
      )}
    </fieldset>
  );
}

function nothingWords(isComing: boolean, isNarrowed: boolean): string {
  if (isComing) return 'Loading…';
  return isNarrowed ? 'Nothing matches' : 'No values yet';
}

function chosenFirst(values: FacetValue[], chosen: string[]): FacetValue[] {
  if (chosen.length === 0) return values;
  const isChosen = (value: FacetValue) => chosen.includes(value.value);
  return [...values.filter(isChosen), ...values.filter((value) => !isChosen(value))];
}
