import type { Point } from '../../../engines/gazetteer/index.ts';

/** A published page of a location, as far as the search looks at it. */
export interface DirectoryPage {
  readonly id: string;
  readonly organizationId: string;
  readonly profileId: string;
  readonly name: string;
  readonly city: string;
  /** The country that the partner serves: ISO 3166-1 alpha-2. */
  readonly country: string;
  /** null: the address is on no map, and no search near a place finds the page. */
  readonly point: Point | null;
  readonly description: string;
  /** Keys of vocabulary values: lower case, no spaces. */
  readonly industries: readonly string[];
  readonly products: readonly string[];
  readonly services: readonly string[];
  readonly solutions: readonly string[];
  /** What these tags are called in every language, and what retired values are called that they replace. */
  readonly tagWords: readonly string[];
  readonly freeTags: readonly string[];
  readonly offerNames: readonly string[];
  readonly badges: readonly string[];
  /** BCP-47. */
  readonly languages: readonly string[];
  /** Keys of customer sizes; empty: all. */
  readonly sizes: readonly string[];
  /** Leaves out customers whose size is not among `sizes`. */
  readonly optsOut: boolean;
  /** In the currency that budgets are compared in; null: not said. */
  readonly budgetFrom: number | null;
  /** false: the page is in no search (BP-17). */
  readonly isAvailable: boolean;
  /** Milliseconds since 1970, as all times here. */
  readonly publishedAt: number;
  /** Requests that had to be answered (RK-11). */
  readonly countedRequests: number;
  /** How often the page was shown in the place that is kept for newcomers. */
  readonly trialImpressions: number;
  /** When its last trial ended; null: never. */
  readonly trialEndedAt: number | null;
  /** Earned visibility (RK-14). */
  readonly multiplier: number;
}

/** The filters with values that a search counts, and says how many results each would have. */
export const facetNames = [
  'country',
  'industry',
  'product',
  'service',
  'solution',
  'size',
  'language',
  'badge',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Everything that leaves pages out of a result. */
export const filterNames = ['words', 'near', 'budget', ...facetNames] as const;
export type FilterName = (typeof filterNames)[number];

/** The distances that can be chosen, in kilometers, and the one that holds unless one is. */
export const distances = [10, 25, 50, 100, 250] as const;
export const usualDistance = 100;

export const sortOrders = ['best', 'distance', 'name'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What a customer asks for (DI-2): any of the values of one filter, and all filters together. */
export interface DirectoryQuery {
  readonly words: string | null;
  readonly country: string | null;
  readonly near: Point | null;
  readonly withinKm: number;
  readonly industry: readonly string[];
  readonly product: readonly string[];
  readonly service: readonly string[];
  readonly solution: readonly string[];
  /** The customer's own size. */
  readonly size: string | null;
  readonly language: string | null;
  readonly badge: string | null;
  /** What the customer can spend, in the currency that budgets are compared in. */
  readonly budget: number | null;
  /** `distance` counts only with `near`. */
  readonly sort: SortOrder;
  /** From 1. */
  readonly page: number;
}

/** A search for everything. */
export const emptyQuery: DirectoryQuery = {
  words: null,
  country: null,
  near: null,
  withinKm: usualDistance,
  industry: [],
  product: [],
  service: [],
  solution: [],
  size: null,
  language: null,
  badge: null,
  budget: null,
  sort: 'best',
  page: 1,
};

/** A page has that many cards, and a result at most that many pages. */
export const cardsPerPage = 10;
export const mostPages = 50;
