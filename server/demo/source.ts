import type { CallToAction } from '../../contract/leads/lists.ts';
import type { Random } from './random.ts';
import type { Colleague, Organization, PlacedLocation, PlacedOffer, World } from './world.ts';

export type LeadKind = 'contact' | 'informational' | 'profile' | 'sales' | 'marketing';

/** Where a lead came from, and why it was routed where it is. */
export interface Source {
  readonly kind: LeadKind;
  readonly offer: PlacedOffer | null;
  readonly location: PlacedLocation;
  readonly callToAction: CallToAction | null;
  readonly leadSource: string | null;
  readonly door: 'marketplace' | 'api' | 'offer-page' | 'profile-page';
  readonly routingReason: string;
  readonly sender: Colleague | null;
  /** Who sent the lead in. */
  readonly actor: {
    readonly kind: 'marketplace' | 'customer' | 'person' | 'token';
    readonly personId: string | null;
    readonly name: string;
  };
}

const kinds: readonly { kind: LeadKind; weight: number }[] = [
  { kind: 'contact', weight: 40 },
  { kind: 'informational', weight: 25 },
  { kind: 'profile', weight: 16 },
  { kind: 'sales', weight: 12 },
  { kind: 'marketing', weight: 7 },
];

/** The kind of the next lead, in realistic proportions. */
export function chooseKind(random: Random): LeadKind {
  return random.weighted(kinds, ({ weight }) => weight).kind;
}

/** The same, but sent by the marketplace. */
export function byMarketplace(source: Source): Source {
  return { ...source, door: 'marketplace', actor: marketplace };
}

const marketplace = { kind: 'marketplace', personId: null, name: 'Marketplace' } as const;

/** Where a lead comes from, and for which location. */
export function chooseSource(world: World, partner: Organization, kind: LeadKind, random: Random): Source {
  if (kind === 'profile') return fromProfile(partner, random);
  if (kind === 'sales' || kind === 'marketing') return fromOperator(world, partner, kind, random);
  return fromOffer(partner, kind, random);
}

function fromOffer(partner: Organization, kind: 'contact' | 'informational', random: Random): Source {
  const isWanted = (offer: PlacedOffer) => (offer.callToAction === 'ContactMe') === (kind === 'contact');
  const offer = random.weighted(partner.offers.filter(isWanted), ({ weight }) => weight);
  const door = random.weighted(['marketplace', 'offer-page', 'api'] as const, (name) => doorWeights[name]);
  return {
    kind,
    offer,
    location: offer.leadsTo,
    callToAction: offer.callToAction,
    leadSource: random.pick(offer.storefronts),
    door,
    routingReason: reasonOfOffer(offer),
    sender: null,
    actor: {
      marketplace,
      'offer-page': { kind: 'customer', personId: null, name: '' } as const,
      api: { kind: 'token', personId: null, name: 'Website form' } as const,
    }[door],
  };
}

const doorWeights = { marketplace: 64, 'offer-page': 30, api: 6 };

function reasonOfOffer(offer: PlacedOffer): string {
  return offer.location
    ? `The offer ${offer.name} sends its leads here.`
    : `The offer ${offer.name} names no location, so its leads go to the default one.`;
}

function fromProfile(partner: Organization, random: Random): Source {
  const profile = random.pick(partner.profiles);
  return {
    kind: 'profile',
    offer: null,
    location: profile.leadsTo,
    callToAction: 'ContactMe',
    leadSource: 'AppSource',
    door: 'profile-page',
    routingReason: 'Sent to this location by the profile page or the sender.',
    sender: null,
    actor: { kind: 'customer', personId: null, name: '' },
  };
}

function fromOperator(
  world: World,
  partner: Organization,
  kind: 'sales' | 'marketing',
  random: Random,
): Source {
  const email = kind === 'sales' ? 'seller@northwind.example' : 'marketer@northwind.example';
  const sender = world.operator.colleagues.find((colleague) => colleague.email === email);
  if (!sender) throw new Error(`The demo has nobody at ${email}.`);
  const offer = random.chance(0.6) ? random.pick(partner.offers) : null;
  const location = offer ? offer.leadsTo : random.pick(partner.locations);
  return {
    kind,
    offer,
    location,
    callToAction: null,
    leadSource: null,
    door: 'api',
    routingReason: offer ? reasonOfOffer(offer) : 'Sent to this location by the profile page or the sender.',
    sender,
    actor: { kind: 'person', personId: sender.id, name: sender.name },
  };
}
