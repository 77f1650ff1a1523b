import { IconX } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import {
  activeFilters,
  byOperator,
  type FlagName,
  type LeadFilterName,
  type RangeName,
  type WithinName,
} from '../../../../contract/leads/lead-filters.ts';
import type { LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { words } from '../../../../contract/words.ts';
import { activeSearch, toggleFilter, withoutFilter } from '../../../lead-query/query.ts';
import type { ListControl } from '../../../lead-query/use-list-state.ts';
import { useLocale } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { filterOrder, filterValueWords, hoursWords, rangeWords } from './filter-words.ts';
import classes from './filters.module.css';
import { searchBoxId } from './search-box.tsx';

interface Chip {
  key: string;
  label: string;
  remove: () => void;
}

const chip = (name: LeadFilterName, value: string) => t('chips.value', { filter: words.filter[name], value });

function listChips(control: ListControl, facets: LeadFacets | undefined, locale?: string): Chip[] {
  const { change } = control;
  const { filters, search } = control.state;
  const single = (name: RangeName | WithinName | FlagName, label: string): Chip => ({
    key: name,
    label,
    remove: () => change({ filters: withoutFilter(filters, name) }),
  });
  const chipsOf = (name: LeadFilterName) =>
    byOperator<Chip[]>(name, {
      anyOf: (one) =>
        (filters[one] ?? []).map((value) => ({
          key: `${one} ${value}`,
          label: chip(one, filterValueWords(one, value, facets, locale)),
          remove: () => change({ filters: toggleFilter(filters, one, value) }),
        })),
      range: (one) => [single(one, chip(one, rangeWords(one, filters, locale)))],
      within: (one) => [single(one, chip(one, hoursWords(Number(filters[one]))))],
      flag: (one) => [single(one, words.flag[one][filters[one] === 'true' ? 'true' : 'false'])],
    });
  const active = activeFilters(filters);
  const chips = filterOrder.filter((name) => active.includes(name)).flatMap(chipsOf);
  const term = activeSearch(search);
  if (term)
    chips.unshift({
      key: 'search',
      label: t('chips.search', { term }),
      remove: () => change({ search: '' }),
    });
  return chips;
}

/** The active filters, each removable. After the last one is removed, the search box has the focus. */
export function FilterChips({ control, facets }: { control: ListControl; facets: LeadFacets | undefined }) {
  const { locale } = useLocale();
  const chips = listChips(control, facets, locale);
  if (chips.length === 0) return null;

  function remove(chip: Chip, event: MouseEvent<HTMLElement>) {
    const next = event.currentTarget.closest('li')?.nextElementSibling?.querySelector('button');
    chip.remove();
    if (chips.length > 1) next?.focus();
    else document.getElementById(searchBoxId)?.focus();
  }

  function clearAll() {
    control.change({ filters: {}, search: '' });
    document.getElementById(searchBoxId)?.focus();
  }

  return (
    <ul className={`ll-list ${classes.chips}`} aria-label={t('chips.label')}>
      {chips.map((chip) => (
        <li key={chip.key} className={classes.chip}>
          <span className="ll-truncate">
            <bdi>{chip.label}</bdi>
          </span>
          <button
            type="button"
            aria-label={t('chips.removeNamed', { chip: chip.label })}
            title={shared('action.remove')}
            onClick={(event) => remove(chip, event)}
          >
            <IconX size={14} aria-hidden />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={classes.clear} onClick={clearAll}>
          {shared('action.clearAll')}
        </button>
      </li>
    </ul>
  );
}
