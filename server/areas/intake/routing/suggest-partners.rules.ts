import { compareNames } from '../../../../contract/name-order.ts';
import type { Partner, RoutingSuggestion } from '../../../../contract/organizations/partners.ts';
import { slipsBetween } from '../../../platform/text/slips.ts';

/** What is known about an unrouted lead. */
export interface UnroutedFacts {
  /** `publisher.offer` as sent; null: there was none. */
  readonly offerName: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

const mostSuggestions = 5;
const points = { meantOffer: 10, samePublisher: 4, sameCountry: 1, siteInCountry: 1 } as const;

/**
 * Partners that a lead may be meant for, the likeliest first: those with an offer of nearly the name that was sent,
 * with its publisher id, or in the customer's country. Partners with none of these are left out.
 */
export function suggestForUnrouted(facts: UnroutedFacts, partners: readonly Partner[]): RoutingSuggestion[] {
  return partners
    .map((partner) => rate(facts, partner))
    .filter(({ score }) => score > 0)
    .toSorted(
      (one, other) =>
        other.score - one.score || compareNames(one.suggestion.partner.name, other.suggestion.partner.name),
    )
    .slice(0, mostSuggestions)
    .map(({ suggestion }) => suggestion);
}

function rate({ offerName, country }: UnroutedFacts, partner: Partner) {
  const offer = offerName === null ? undefined : nearestOffer(offerName, partner.offers);
  const publisher = offerName?.split('.')[0] ?? '';
  const isPublisher = partner.offers.some(({ id }) => publisher !== '' && id.split('.')[0] === publisher);
  const isHere = country !== null && partner.country === country;
  const hasSite = country !== null && !isHere && partner.locations.some((site) => site.country === country);
  const found: [boolean, number, string][] = [
    [offer !== undefined, points.meantOffer, `Lists ${offer?.title}: did you mean ${offer?.id}?`],
    [isPublisher, points.samePublisher, `Publishes as ${publisher}`],
    [isHere, points.sameCountry, 'Is in the customer’s country'],
    [hasSite, points.siteInCountry, 'Has a location in the customer’s country'],
  ];
  const speaking = found.filter(([speaks]) => speaks);
  return {
    score: speaking.reduce((sum, [, weight]) => sum + weight, 0),
    suggestion: {
      partner: { id: partner.id, name: partner.name },
      offer: offer ?? null,
      reasons: speaking.map(([, , words]) => words),
    },
  };
}

/** The offer whose id is one typo away, two in long ones. */
function nearestOffer(name: string, offers: Partner['offers']): Partner['offers'][number] | undefined {
  const most = name.length >= 12 ? 2 : 1;
  const near = offers
    .map((offer) => ({ offer, slips: slipsBetween(name.toLowerCase(), offer.id.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most);
  return near.toSorted((one, other) => one.slips - other.slips)[0]?.offer;
}
