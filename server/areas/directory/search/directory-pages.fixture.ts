import { type DirectoryPage, type DirectoryQuery, emptyQuery } from './directory-page.ts';

const dayMs = 86_400_000;
/** A Tuesday. */
export const fixtureNow = Date.UTC(2026, 11, 1, 12);

let made = 0;

/** A page of an old hand: nothing about it stands out, and it is not on trial. */
export function makePage(parts: Partial<DirectoryPage> = {}): DirectoryPage {
  const id = parts.id ?? `page-${++made}`;
  return {
    id,
    organizationId: `organization-of-${id}`,
    profileId: `profile-of-${id}`,
    name: 'Contoso',
    city: 'Munich',
    country: 'DE',
    point: { latitude: 48.13743, longitude: 11.57549 },
    description: '',
    industries: [],
    products: [],
    services: [],
    solutions: [],
    tagWords: [],
    freeTags: [],
    offerNames: [],
    badges: [],
    languages: [],
    sizes: [],
    optsOut: false,
    budgetFrom: null,
    isAvailable: true,
    publishedAt: fixtureNow - 1000 * dayMs,
    countedRequests: 100,
    trialImpressions: 0,
    trialEndedAt: null,
    multiplier: 1,
    ...parts,
  };
}

/** Several of these, with ids of their own. */
export function makePages(count: number, parts: Partial<DirectoryPage> = {}): DirectoryPage[] {
  return Array.from({ length: count }, () => makePage(parts));
}

/** A query with nothing but this. */
export function makeQuery(parts: Partial<DirectoryQuery> = {}): DirectoryQuery {
  return { ...emptyQuery, ...parts };
}

/** A time so many days before now. */
export const daysAgo = (days: number): number => fixtureNow - days * dayMs;
