import { compareNames } from '../../../../contract/name-order.ts';

/** What is known about a request that needs another partner. */
export interface RequestToPlace {
  /** ISO 3166-1 alpha-2, as the customer selected it. */
  readonly country: string | null;
  /** The tags of the offer or the profile that the customer asked about. */
  readonly tags: readonly string[];
  /** Partners that have already had the request. */
  readonly exceptOrganizationIds: readonly string[];
}

/** A page of a published profile, with what its partner does. */
export interface Candidate {
  readonly organizationId: string;
  /** The page of the profile's location. */
  readonly pageId: string;
  readonly slug: string;
  readonly name: string;
  readonly city: string | null;
  /** The country of the location. */
  readonly locationCountry: string;
  /** The country that the profile is published for. */
  readonly country: string;
  /** The tags of the profile and of the partner's published offers. */
  readonly tags: readonly string[];
  /** Of the latest customer requests: how many needed an answer by now, and how many got one. */
  readonly answers: { readonly due: number; readonly answered: number };
}

/** Why a partner is suggested, as shown to the customer. */
export type SuggestionReason =
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'tags'; readonly tags: readonly string[] }
  | { readonly kind: 'answers'; readonly ofTen: number };

export interface Suggestion {
  readonly candidate: Candidate;
  readonly reasons: readonly SuggestionReason[];
}

/** The maximum number of suggestions (LC-3). */
export const mostSuggestions = 3;
/** With fewer requests than this, the answers say nothing worth telling a customer. */
const tellingRequests = 10;
const tellingTenths = 5;
const tagsTold = 3;

/** Set by judgment: nobody has chosen from such a list yet, so there is nothing to learn from. */
const points = { country: 2, tags: 3, answers: 2 } as const;
/** A partner without a history starts in the middle; twenty requests weigh as much as this assumption. */
const assumed = { requests: 20, answered: 10 } as const;

/**
 * The partners that fit a request best, best first, with the reasons: what they do, where, and how reliably they
 * answer. Only partners of the customer's country or with a shared tag, and each one once.
 */
export function suggestPartners(
  request: RequestToPlace,
  candidates: readonly Candidate[],
): readonly Suggestion[] {
  const rated = candidates
    .filter(({ organizationId }) => !request.exceptOrganizationIds.includes(organizationId))
    .map((candidate) => rate(request, candidate))
    .filter(({ fits }) => fits)
    .toSorted(byScoreThenName);
  const best = new Map<string, Rated>();
  for (const one of rated) {
    const { organizationId } = one.suggestion.candidate;
    if (!best.has(organizationId)) best.set(organizationId, one);
  }
  return [...best.values()].slice(0, mostSuggestions).map(({ suggestion }) => suggestion);
}

interface Rated {
  readonly suggestion: Suggestion;
  readonly score: number;
  readonly fits: boolean;
}

function rate(request: RequestToPlace, candidate: Candidate): Rated {
  const shared = sharedTags(request.tags, candidate.tags);
  const inCountry = request.country !== null && candidate.country === request.country;
  const { due, answered } = candidate.answers;
  const rate = (answered + assumed.answered) / (due + assumed.requests);
  const wanted = new Set(request.tags.map(keyOf)).size;
  const score =
    (inCountry ? points.country : 0) +
    (wanted === 0 ? 0 : (points.tags * shared.length) / wanted) +
    points.answers * rate;
  const ofTen = Math.floor((10 * answered) / Math.max(1, due));
  const reasons: SuggestionReason[] = [
    ...(inCountry ? [{ kind: 'country', country: candidate.country } as const] : []),
    ...(shared.length > 0 ? [{ kind: 'tags', tags: shared.slice(0, tagsTold) } as const] : []),
    ...(due >= tellingRequests && ofTen >= tellingTenths ? [{ kind: 'answers', ofTen } as const] : []),
  ];
  return { suggestion: { candidate, reasons }, score, fits: inCountry || shared.length > 0 };
}

/** The tags that partner and request share, as the partner writes them; each once. */
function sharedTags(wanted: readonly string[], offered: readonly string[]): string[] {
  const keys = new Set(wanted.map(keyOf));
  const shared = new Map<string, string>();
  for (const tag of offered) {
    const key = keyOf(tag);
    if (keys.has(key) && !shared.has(key)) shared.set(key, tag);
  }
  return [...shared.values()];
}

/** The key for comparing tags: ignores case and spaces. */
export function keyOf(tag: string): string {
  return tag.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

function byScoreThenName(a: Rated, b: Rated): number {
  const [one, other] = [a.suggestion.candidate, b.suggestion.candidate];
  return b.score - a.score || compareNames(one.name, other.name) || compareNames(one.slug, other.slug);
}
