import type { Insertable } from 'kysely';
import type { DB } from '../../db/types.ts';
import { type LocationPlan, type OrganizationKey, organizations, people } from './cast.ts';
import { type OfferPlan, offers, type ProfilePlan, profiles } from './catalog.ts';
import { createRandom, demoId } from './random.ts';
import { after, day } from './time.ts';

export type Row<Table extends keyof DB> = Insertable<DB[Table]>;

export interface PlacedLocation extends LocationPlan {
  readonly id: string;
  readonly isDefault: boolean;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** May answer leads: of these locations, or of all. */
  readonly answersFor: readonly string[] | 'all' | 'none';
  /** Also belongs to another organization. */
  readonly isGuest: boolean;
  /** Sees leads only as a member of their teams. */
  readonly isTeamOnly: boolean;
}

export interface PlacedOffer extends OfferPlan {
  readonly id: string;
  /** `publisher.offer` */
  readonly name: string;
  readonly leadsTo: PlacedLocation;
}

export interface PlacedProfile extends ProfilePlan {
  readonly id: string;
  readonly leadsTo: PlacedLocation;
}

export interface Organization {
  readonly key: OrganizationKey;
  readonly kind: 'operator' | 'partner';
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly createdAt: Date;
  readonly locations: readonly PlacedLocation[];
  readonly offers: readonly PlacedOffer[];
  readonly profiles: readonly PlacedProfile[];
  readonly colleagues: readonly Colleague[];
}

/** Everything that leads refer to, with ids. */
export interface World {
  readonly now: Date;
  readonly operator: Organization;
  readonly partners: readonly Organization[];
}

/** The moment from which the installation is supposed to have been in use. */
export function startOf(now: Date): Date {
  return after(now, -420 * day);
}

/** The id of something other than a lead: the same for the same name and `now`. */
export function idOf(now: Date, name: string): string {
  return demoId(startOf(now), createRandom(name));
}

/** The organizations, people and offers of the demo at that moment. */
export function createWorld(now: Date): World {
  const placed = organizations.map((plan) => placeOrganization(now, plan.key));
  const operator = placed.find((organization) => organization.kind === 'operator');
  if (!operator) throw new Error('The demo has no operator.');
  return { now, operator, partners: placed.filter((organization) => organization.kind === 'partner') };
}

function placeOrganization(now: Date, key: OrganizationKey): Organization {
  const plan = organizations.find((candidate) => candidate.key === key);
  if (!plan) throw new Error(`The demo has no organization ${key}.`);
  const locations = plan.locations.map((location, index) => ({
    ...location,
    id: idOf(now, `location ${location.name}`),
    isDefault: index === 0,
  }));
  const locate = (name: string | undefined) => {
    const found = locations.find((location) => location.name === name) ?? locations[0];
    if (!found) throw new Error(`${plan.name} has no location.`);
    return found;
  };
  return {
    key,
    kind: plan.kind,
    id: idOf(now, `organization ${key}`),
    name: plan.name,
    country: plan.country,
    createdAt: startOf(now),
    locations,
    offers: offers
      .filter((offer) => offer.organization === key)
      .map((offer) => ({
        ...offer,
        id: idOf(now, `offer ${key}.${offer.key}`),
        name: `${key}.${offer.key}`,
        leadsTo: locate(offer.location),
      })),
    profiles: profiles
      .filter((profile) => profile.organization === key)
      .map((profile) => ({
        ...profile,
        id: idOf(now, `profile ${profile.slug}`),
        leadsTo: locate(profile.location),
      })),
    colleagues: listColleagues(now, key),
  };
}

function listColleagues(now: Date, key: OrganizationKey): Colleague[] {
  return people
    .filter((person) => person.grants.some((grant) => grant.organization === key))
    .map(({ email, name, grants }) => {
      const admin = grants.filter((grant) => grant.organization === key && grant.role === 'referrals-admin');
      const everywhere = admin.some((grant) => grant.location === undefined);
      const names = admin.flatMap((grant) => grant.location ?? []);
      return {
        id: idOf(now, `person ${email}`),
        name,
        email,
        answersFor: everywhere ? 'all' : names.length > 0 ? names : 'none',
        isGuest: grants.some((grant) => grant.organization !== key),
        isTeamOnly: grants.some((grant) => grant.organization === key && grant.role === 'referrals-user'),
      };
    });
}
