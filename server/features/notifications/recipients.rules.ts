import type { Recipient } from './recipients.repo.ts';

/** What decides who is told about a lead. */
export interface ArrivalFacts {
  readonly lead_type: string;
  readonly qualification: string;
  readonly location_id: string | null;
  readonly country: string | null;
}

/** Somebody who looks after leads; null: of the whole organization. */
export interface Admin {
  readonly locationId: string | null;
  readonly recipient: Recipient;
}

/** The contact of a public page of a location. */
export interface ProfileContact {
  readonly locationId: string;
  readonly country: string;
  readonly recipient: Recipient;
}

/** True for what a customer wrote to a partner through its profile. */
export function isProfileInquiry(lead: Pick<ArrivalFacts, 'lead_type' | 'qualification'>): boolean {
  return lead.lead_type === 'Profile' && lead.qualification === 'Direct';
}

/** The contact who gets an inquiry, if its location has a page; of several pages, the one for the customer's country. */
export function contactFor(
  lead: ArrivalFacts,
  contacts: readonly ProfileContact[],
): ProfileContact | undefined {
  if (!isProfileInquiry(lead)) return undefined;
  const here = contacts.filter((contact) => contact.locationId === lead.location_id);
  return here.find((one) => one.country === lead.country) ?? here[0];
}

/**
 * NT-1: inquiries through a profile go to the contact of the location's page; all others, and those of a location
 * without a page, to the Referrals admins of the lead's location, or of the whole organization if it has none.
 */
export function recipientsOf(
  lead: ArrivalFacts,
  admins: readonly Admin[],
  contacts: readonly ProfileContact[],
): Recipient[] {
  const contact = contactFor(lead, contacts);
  if (contact) return [contact.recipient];
  const local = admins.filter(({ locationId }) => locationId !== null && locationId === lead.location_id);
  const wanted = local.length > 0 ? local : admins.filter(({ locationId }) => locationId === null);
  return [...new Map(wanted.map(({ recipient }) => [recipient.key, recipient])).values()];
}

/** Each admin once, with all the locations that they look after. */
export function byPerson(
  admins: readonly Admin[],
): { recipient: Recipient; locationIds: (string | null)[] }[] {
  const people = new Map<string, { recipient: Recipient; locationIds: (string | null)[] }>();
  for (const { recipient, locationId } of admins) {
    const known = people.get(recipient.key);
    if (known) known.locationIds.push(locationId);
    else people.set(recipient.key, { recipient, locationIds: [locationId] });
  }
  return [...people.values()];
}

/** The admins of a lead's location, or of the whole organization if the location has none (NT-1). */
export function looksAfter(
  lead: Pick<ArrivalFacts, 'location_id'>,
  locationIds: readonly (string | null)[],
  admins: readonly Admin[],
): boolean {
  const isLocal = admins.some(({ locationId }) => locationId !== null && locationId === lead.location_id);
  return locationIds.includes(isLocal ? lead.location_id : null);
}
