import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type AnyOfName,
  anyOfField,
  byOperator,
  type LeadFilterName,
} from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { foldForSearch } from '../../../../contract/search-folding.ts';
import { useMe } from '../../../api/me.ts';
import { toggleFilter } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { useLocale } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { FlagFilter, HoursFilter } from './filter-choices.tsx';
import { FilterFrame, useOpened } from './filter-frame.tsx';
import { RangeFilter } from './filter-ranges.tsx';
import { FilterValues } from './filter-values.tsx';
import { filterSayings, offeredValues } from './filter-words.ts';
import classes from './filters.module.css';
import { useManyValues } from './list-data.ts';
import { useOfferedFilters } from './offered-filters.ts';
import { ownersFirst } from './owner-values.ts';

interface Props {
  control: ListControl;
  facets: LeadFacets | undefined;
}

/** The filters, one below the other; every change takes effect immediately. */
export function FilterGroups({ control, facets }: Props) {
  const [find, setFind] = useState('');
  const offered = useOfferedFilters(control.state);
  const wanted = foldForSearch(find);
  const isWanted = (name: LeadFilterName) =>
    filterSayings(name).some((said) => foldForSearch(said).includes(wanted));
  return (
    <div>
      <TextInput
        size="xs"
        className={classes.find}
        leftSection={<IconSearch size={14} aria-hidden />}
        aria-label={t('filters.find')}
        placeholder={t('filters.find')}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {offered.map((name) => (
        <div key={name} hidden={!isWanted(name)}>
          {byOperator(name, {
            anyOf: (one) => <AnyOfFilter name={one} control={control} facets={facets} />,
            range: (one) => <RangeFilter name={one} control={control} />,
            within: (one) => <HoursFilter name={one} control={control} />,
            flag: (one) => <FlagFilter name={one} control={control} />,
          })}
        </div>
      ))}
      {!offered.some(isWanted) && <p className={classes.nothing}>{t('filters.nothingFound')}</p>}
    </div>
  );
}

function AnyOfFilter({ name, control, facets }: Props & { name: AnyOfName }) {
  const { locale } = useLocale();
  const chosen = control.state.filters[name] ?? [];
  const [opened, setOpened] = useOpened(name, chosen.length > 0);
  const [narrow, setNarrow] = useState('');
  const asksApi = anyOfField(name).filter.facet === 'many';
  // Customers are too many to list: the API narrows them. It lists all others that there usually are.
  const isNarrowed = name === 'customerName';
  const [typed] = useDebouncedValue(narrow.trim(), 250);
  const wanted = isNarrowed ? typed : '';
  const many = useManyValues(name, control.state, wanted, asksApi && opened);
  const myId = useMe().person.id;
  const offered = offeredValues(name, asksApi ? many.data : facets, wanted ? [] : chosen, locale);
  return (
    <FilterFrame name={name} chosen={chosen.length} opened={opened} onToggle={setOpened}>
      <FilterValues
        name={name}
        values={ownersFirst(name, offered, chosen, myId)}
        chosen={chosen}
        narrow={narrow}
        onNarrow={setNarrow}
        isNarrowed={isNarrowed}
        isComing={asksApi && many.isPending}
        onToggle={(value) => control.change({ filters: toggleFilter(control.state.filters, name, value) })}
      />
    </FilterFrame>
  );
}
