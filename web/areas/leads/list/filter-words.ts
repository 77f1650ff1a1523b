import { type LeadFields, type LeadFieldWith, leadFields } from '../../../../contract/leads/lead-fields.ts';
import {
  type AnyOfName,
  anyOfField,
  boundsOf,
  byOperator,
  fieldOfFilter,
  isAmount,
  isChoice,
  type LeadFilterName,
  leadFilterNames,
  type RangeName,
} from '../../../../contract/leads/lead-filters.ts';
import type { FacetValue, LeadFacets } from '../../../../contract/leads/lead-list.ts';
import { compareNames } from '../../../../contract/name-order.ts';
import { words } from '../../../../contract/words.ts';
import type { LeadFilters } from '../../../lead-query/list-state.ts';
import { formatCountry, formatMoney } from '../../../ui/index.ts';
import { shared } from '../../../ui/words/catalogue.ts';
import { t } from './catalogue.ts';
import { dayWords, spanWords } from './day-words.ts';
import { standInWords } from './owner-values.ts';

const placeOf = (name: (typeof leadFilterNames)[number]) => leadFields[fieldOfFilter[name]].filter.panel;

/** The filters in display order: the most decisive first. */
export const filterOrder = [...leadFilterNames].sort((a, b) => placeOf(a) - placeOf(b));

/** What people may look for a filter by: its name, and the words for its values if they are fixed. */
export function filterSayings(name: LeadFilterName): string[] {
  const values = byOperator<Readonly<Record<string, string>>>(name, {
    anyOf: (one) => fixedWords(one) ?? {},
    range: () => ({}),
    within: () => ({}),
    flag: (one) => words.flag[one],
  });
  return [words.filter[name], ...Object.values(values)];
}

/** Labels of values that cover several others, by filter. */
const groupWords: {
  readonly [Name in LeadFieldWith<{ readonly groups: object }>]: Readonly<
    Record<keyof LeadFields[Name]['groups'], string>
  >;
} = {
  status: { Archived: t('filters.archivedAny') },
};
const wordsOfGroups: Partial<Record<AnyOfName, Readonly<Record<string, string>>>> = groupWords;

/** Labels of the values for leads that have none, by filter. */
const noneWords: Readonly<Record<LeadFieldWith<{ readonly none: string }>, string>> = {
  status: shared('status.informational'),
};
const wordsOfNone: Partial<Record<AnyOfName, string>> = noneWords;

/** The labels of a closed list, in its own order; that of leads without a value is last. */
function fixedWords(name: AnyOfName): Readonly<Record<string, string>> | undefined {
  const field = anyOfField(name);
  if (!isChoice(name) || field.type !== 'choice') return undefined;
  const none = wordsOfNone[name];
  return field.none === undefined || none === undefined
    ? words[name]
    : { ...words[name], [field.none]: none };
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

/** The words for a number of hours: days rather than hundreds of hours. */
export function hoursWords(hours: number): string {
  const days = hours / 24;
  return days > 1 && Number.isInteger(days)
    ? t('hours.days', { count: days })
    : t('hours.hours', { count: hours });
}

/** The words for a range: "1 Nov 2026 – 5 Nov 2026", "from $1,000". */
export function rangeWords(name: RangeName, filters: LeadFilters, locale?: string): string {
  const bounds = boundsOf(name);
  const known = isAmount(name) ? undefined : spanWords(filters[bounds.from], filters[bounds.to]);
  if (known !== undefined) return known;
  const worded = (value: string) => (isAmount(name) ? formatDollars(value, locale) : dayWords(value, locale));
  const [from, until] = [filters[bounds.from], filters[bounds.to]].map((value) => value && worded(value));
  if (from && until) return from === until ? from : t('range.both', { from, until });
  const last = until ?? '';
  if (isAmount(name)) return from ? t('range.least', { amount: from }) : t('range.most', { amount: last });
  return from ? t('range.from', { day: from }) : t('range.until', { day: last });
}

function formatDollars(amount: string, locale?: string): string {
  return formatMoney({ amountMinor: Math.round(Number(amount) * 100), currency: 'USD' }, locale);
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
