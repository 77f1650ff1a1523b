import { type LeadFields, type LeadFieldWith, leadFields } from '../../../../contract/leads/lead-fields.ts';
import {
  type AnyOfName,
  anyOfField,
  boundsOf,
  fieldOfFilter,
  isChoice,
  leadFilterNames,
  type RangeName,
} from '../../../../contract/leads/lead-filters.ts';
import type { FacetValue, LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { compareNames } from '../../../../contract/name-order.ts';
import { words } from '../../../../contract/words.ts';
import type { LeadFilters } from '../../../lead-query/list-state.ts';
import { formatCountry, formatDay } from '../../../ui/index.ts';
import { t } from './catalogue.ts';
import { standInWords } from './owner-values.ts';

const placeOf = (name: (typeof leadFilterNames)[number]) => leadFields[fieldOfFilter[name]].filter.panel;

/** The filters in display order: the most decisive first. */
export const filterOrder = [...leadFilterNames].sort((a, b) => placeOf(a) - placeOf(b));

/** Labels of values that cover several others, by filter. */
const groupWords: {
  readonly [Name in LeadFieldWith<{ readonly groups: object }>]: Readonly<
    Record<keyof LeadFields[Name]['groups'], string>
  >;
} = {
  status: { Archived: t('filters.archivedAny') },
};
const wordsOfGroups: Partial<Record<AnyOfName, Readonly<Record<string, string>>>> = groupWords;

/** The labels of a closed list, in its own order. */
function fixedWords(name: AnyOfName): Readonly<Record<string, string>> | undefined {
  return isChoice(name) ? words[name] : undefined;
}

/** The label of a filter value. */
export function filterValueWords(
  name: AnyOfName,
  value: string,
  facets: LeadFacets | undefined,
  locale?: string,
): string {
  if (name === 'country') return formatCountry(value, locale);
  const known = fixedWords(name)?.[value] ?? wordsOfGroups[name]?.[value] ?? standInWords(name, value);
  if (known) return known;
  const label = facets?.facets[name]?.find((facet) => facet.value === value)?.label;
  if (anyOfField(name).type !== 'reference') return label || value;
  // An id means nothing to a reader: its name is still loading, or it no longer has one.
  return label && label !== value ? label : facets?.facets[name] ? t('filters.unknown') : '…';
}

/** The words for a range of days: "1 Nov 2026 – 5 Nov 2026". */
export function rangeWords(name: RangeName, filters: LeadFilters, locale?: string): string {
  const bounds = boundsOf(name);
  const [from, until] = [filters[bounds.from], filters[bounds.to]].map(
    (day) => day && formatDay(day, locale),
  );
  if (from && until) return from === until ? from : t('range.both', { from, until });
  return from ? t('range.from', { day: from }) : t('range.until', { day: until ?? '' });
}

/**
 * The values that a filter offers: those of the leads, plus the chosen ones even if no lead has them now. Closed lists
 * keep their own order; others are sorted by count, then by name.
 */
export function offeredValues(
  name: AnyOfName,
  facets: LeadFacets | undefined,
  chosen: readonly string[],
  locale?: string,
): FacetValue[] {
  const given = facets?.facets[name] ?? [];
  const counts = new Map(given.map((facet) => [facet.value, facet.count]));
  const fixed = fixedWords(name);
  const values = new Set([...Object.keys(fixed ?? {}), ...counts.keys(), ...chosen]);
  const rows = [...values].map((value) => ({
    value,
    label: filterValueWords(name, value, facets, locale),
    count: counts.get(value) ?? 0,
  }));
  if (fixed) return rows;
  return rows.sort((a, b) => b.count - a.count || compareNames(a.label, b.label));
}
