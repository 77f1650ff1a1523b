import type { DirectoryQuery, FacetName, FilterName } from '../search/directory-page.ts';
import { usualDistance } from '../search/directory-page.ts';

/** What stands in the address of a search: the query, and the place as it was typed. */
export interface SearchPlace {
  readonly query: DirectoryQuery;
  readonly nearWords: string | null;
  /** The language that was chosen for the page; null: the browser's. */
  readonly lang: string | null;
}

/** What an address says instead; a page is the first one unless it is named. */
export type SearchChange = Partial<DirectoryQuery> & { readonly nearWords?: string | null };

/** The address of a search, as short as it can be: what holds anyway is left out (DI-2). */
export function searchPath({ query, nearWords, lang }: SearchPlace, change: SearchChange = {}): string {
  const wanted = { ...query, page: 1, ...change };
  const near = change.nearWords === undefined ? nearWords : change.nearWords;
  const parameters = new URLSearchParams();
  const add = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') parameters.append(name, String(value));
  };
  add('q', wanted.words);
  add('near', near);
  if (near !== null && wanted.withinKm !== usualDistance) add('within', wanted.withinKm);
  add('country', wanted.country);
  for (const name of ['industry', 'product', 'service', 'solution'] as const)
    for (const value of wanted[name]) add(name, value);
  add('size', wanted.size);
  add('language', wanted.language);
  add('badge', wanted.badge);
  add('budget', wanted.budget);
  if (wanted.sort !== 'best' && !(wanted.sort === 'distance' && near === null)) add('sort', wanted.sort);
  if (wanted.page > 1) add('page', wanted.page);
  add('lang', lang);
  const text = parameters.toString();
  return text === '' ? '/partners' : `/partners?${text}`;
}

/** What the query says with a value of a filter chosen, or no longer. */
export function toggled(query: DirectoryQuery, facet: FacetName, value: string): SearchChange {
  const chosen = query[facet];
  if (!Array.isArray(chosen)) return { [facet]: chosen === value ? null : value };
  return {
    [facet]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value],
  };
}

/** What the query says without any value of a filter. */
export const nothingChosen: SearchChange = {
  country: null,
  industry: [],
  product: [],
  service: [],
  solution: [],
  size: null,
  language: null,
  badge: null,
};

/** What the query says without one filter. */
export function without(filter: FilterName): SearchChange {
  switch (filter) {
    case 'near':
      return { near: null, nearWords: null };
    case 'industry':
    case 'product':
    case 'service':
    case 'solution':
      return { [filter]: [] };
    default:
      return { [filter]: null };
  }
}
