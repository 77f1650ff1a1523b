import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { type AnyOfName, anyOfField, byOperator } from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { useMe } from '../../../api/me.ts';
import { toggleFilter } from '../../../lead-query/query.ts';
import { useLocale } from '../../../ui/index.ts';
import { FilterFrame, useOpened } from './filter-frame.tsx';
import { FlagFilter, RangeFilter } from './filter-ranges.tsx';
import { FilterValues } from './filter-values.tsx';
import { filterOrder, offeredValues } from './filter-words.ts';
import { useManyValues } from './list-data.ts';
import { ownersFirst } from './owner-values.ts';
import type { ListControl } from './use-list-state.ts';

interface Props {
  control: ListControl;
  facets: LeadFacets | undefined;
}

/** The filters, one below the other; every change takes effect immediately. */
export function FilterGroups({ control, facets }: Props) {
  return (
    <div>
      {filterOrder.map((name) =>
        byOperator(name, {
          anyOf: (one) => <AnyOfFilter key={one} name={one} control={control} facets={facets} />,
          range: (one) => <RangeFilter key={one} name={one} control={control} />,
          flag: (one) => <FlagFilter key={one} name={one} control={control} />,
        }),
      )}
    </div>
  );
}

function AnyOfFilter({ name, control, facets }: Props & { name: AnyOfName }) {
  const { locale } = useLocale();
  const chosen = control.state.filters[name] ?? [];
  const [opened, setOpened] = useOpened(name, chosen.length > 0);
  const [narrow, setNarrow] = useState('');
  const asksApi = anyOfField(name).filter.facet === 'many';
  const [wanted] = useDebouncedValue(narrow.trim(), 250);
  const many = useManyValues(name, control.state, asksApi ? wanted : '', asksApi && opened);
  const myId = useMe().person.id;
  const offered = offeredValues(name, asksApi ? many.data : facets, asksApi && wanted ? [] : chosen, locale);
  return (
    <FilterFrame name={name} chosen={chosen.length} opened={opened} onToggle={setOpened}>
      <FilterValues
        name={name}
        values={ownersFirst(name, offered, chosen, myId)}
        chosen={chosen}
        narrow={narrow}
        onNarrow={setNarrow}
        isNarrowed={asksApi}
        isComing={asksApi && many.isPending}
        onToggle={(value) => control.change({ filters: toggleFilter(control.state.filters, name, value) })}
      />
    </FilterFrame>
  );
}
