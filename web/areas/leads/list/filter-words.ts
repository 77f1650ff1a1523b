import type { LeadFilterName } from '../../../../contract/enums.ts';
import type { FacetValue, LeadFacets } from '../../../../contract/lead-list.ts';
import { compareNames } from '../../../../contract/name-order.ts';
import { words } from '../../../../contract/words.ts';
import { formatCountry } from '../../../ui/index.ts';

/** The order in which filters are offered: what decides first comes first. */
export const filterOrder: LeadFilterName[] = [
  'status',
  'leadQuality',
  'callToAction',
  'leadType',
  'country',
  'customerName',
  'leadSource',
  'emailValidity',
  'phoneValidity',
];

/** Filters with enough values to need a search box. */
export const longFilters: ReadonlySet<LeadFilterName> = new Set(['country', 'customerName']);

const fixedWords: Partial<Record<LeadFilterName, Readonly<Record<string, string>>>> = {
  status: { ...words.status, Archived: 'Archived (any outcome)' },
  leadQuality: words.leadQuality,
  callToAction: words.callToAction,
  leadType: words.leadType,
  emailValidity: words.emailValidity,
  phoneValidity: words.phoneValidity,
};

/** What a reader sees for a filter value. */
export function filterValueWords(
  name: LeadFilterName,
  value: string,
  facets: LeadFacets | undefined,
  locale?: string,
): string {
  if (name === 'country') return formatCountry(value, locale);
  const known = fixedWords[name]?.[value];
  if (known) return known;
  return facets?.facets[name]?.find((facet) => facet.value === value)?.label || value;
}

/**
 * The values that a filter offers: those of the leads, and the chosen ones even if no lead has them now.
 * Closed lists keep their own order; the others go by count, then by name.
 */
export function offeredValues(
  name: LeadFilterName,
  facets: LeadFacets | undefined,
  chosen: readonly string[],
  locale?: string,
): FacetValue[] {
  const given = facets?.facets[name] ?? [];
  const counts = new Map(given.map((facet) => [facet.value, facet.count]));
  const order = fixedWords[name] ? Object.keys(fixedWords[name]) : [];
  const values = new Set([
    ...order.filter((value) => counts.has(value) || value !== 'Archived'),
    ...counts.keys(),
    ...chosen,
  ]);
  const rows = [...values].map((value) => ({
    value,
    label: filterValueWords(name, value, facets, locale),
    count: counts.get(value) ?? 0,
  }));
  if (order.length > 0) return rows;
  return rows.sort((a, b) => b.count - a.count || compareNames(a.label, b.label));
}
