import { distanceInKm } from '../../../engines/gazetteer/index.ts';
import type { DirectoryPage, DirectoryQuery, FacetName, FilterName } from './directory-page.ts';

/** Stands for all sizes, of a page that leaves no customer out. */
export const everySize = '*';

/** The values of a page that a facet counts. */
export const facetValues: Readonly<Record<FacetName, (page: DirectoryPage) => readonly string[]>> = {
  country: ({ country }) => [country],
  industry: ({ industries }) => industries,
  product: ({ products }) => products,
  service: ({ services }) => services,
  solution: ({ solutions }) => solutions,
  size: ({ sizes, optsOut }) => (optsOut && sizes.length > 0 ? sizes : [everySize]),
  language: ({ languages }) => languages.map(primaryLanguage),
  badge: ({ badges }) => badges,
};

/** The language without its region: who wants German is served in Austrian German, too. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}

/** The values of a facet that a query chose. */
export function chosenValues(query: DirectoryQuery, facet: FacetName): readonly string[] {
  const chosen = query[facet];
  if (chosen === null) return [];
  return typeof chosen === 'string' ? [chosen] : chosen;
}

/** True when a page with these values of the facet is not left out by the choice. */
export function fitsFacet(values: readonly string[], chosen: readonly string[]): boolean {
  return chosen.length === 0 || values.some((value) => value === everySize || chosen.includes(value));
}

/** True when what the customer can spend is enough, or the page does not say what is. */
export function fitsBudget(budgetFrom: number | null, budget: number | null): boolean {
  return budget === null || budgetFrom === null || budgetFrom <= budget;
}

/** Kilometers to the place that is searched near; null without one, or when the page is on no map. */
export function distanceTo(page: DirectoryPage, { near }: DirectoryQuery): number | null {
  return near === null || page.point === null ? null : distanceInKm(near, page.point);
}

/** The query without one of its filters. */
export function withoutFilter(query: DirectoryQuery, filter: FilterName): DirectoryQuery {
  const isList =
    filter === 'industry' || filter === 'product' || filter === 'service' || filter === 'solution';
  return { ...query, [filter]: isList ? [] : null };
}
