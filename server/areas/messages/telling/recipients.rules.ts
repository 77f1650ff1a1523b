import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { OfferContact, ProfileContact, Recipient, Staff } from './recipients.repo.ts';

/** What decides who is told about a lead. */
export interface ArrivalFacts {
  readonly lead_type: string;
  readonly qualification: string;
  readonly location_id: string | null;
  readonly country: string | null;
}

/** Someone who would be told, and why they are not. */
export interface Passed {
  readonly recipient: Recipient;
  readonly reason: UntoldReason;
}

/** The people who are told about a lead, and those who are passed over. */
export interface Addressees {
  readonly told: readonly Recipient[];
  readonly passed: readonly Passed[];
}

/** True for an inquiry that a customer sent to a partner through its profile. */
export function isProfileInquiry(lead: Pick<ArrivalFacts, 'lead_type' | 'qualification'>): boolean {
  return lead.lead_type === 'Profile' && lead.qualification === 'Direct';
}

/**
 * The contact who gets an inquiry, if its location has a page; with several pages, the one for the customer's country.
 */
export function contactFor(
  lead: ArrivalFacts,
  contacts: readonly ProfileContact[],
): ProfileContact | undefined {
  if (!isProfileInquiry(lead)) return undefined;
  const here = contacts.filter((contact) => contact.locationId === lead.location_id);
  return here.find((one) => one.country === lead.country) ?? here[0];
}

/**
 * NT-1: inquiries through a profile go to the contact of the location's page. All others, those of a location without a
 * page, and those whose contact left, is disabled or cannot receive email, go to the people who look after the lead.
 */
export function addresseesOf(
  lead: ArrivalFacts,
  staff: readonly Staff[],
  contacts: readonly ProfileContact[],
): Addressees {
  const contact = contactFor(lead, contacts);
  if (contact?.barred === null) return { told: [contact.recipient], passed: [] };
  const { told, passed } = responsibleFor(lead, staff);
  if (!contact) return { told, passed };
  // Better an address that may not work than nobody.
  if (told.length === 0 && contact.barred === 'address-refused')
    return { told: [contact.recipient], passed: [] };
  // A contact who is also an admin is told as an admin, or not at all.
  const isTold = told.some(({ key }) => key === contact.recipient.key);
  const others = passed.filter(({ recipient }) => recipient.key !== contact.recipient.key);
  if (isTold) return { told, passed: others };
  return {
    told,
    passed: [{ recipient: contact.recipient, reason: contact.barred ?? 'not-responsible' }, ...others],
  };
}

/**
 * Who looks after a lead: the Referrals admins of its location, else those of the whole organization, else the Account
 * admins, who can name someone. People who cannot receive email are passed over as long as someone else can, so no
 * person and no lead is forgotten.
 */
export function responsibleFor(lead: Pick<ArrivalFacts, 'location_id'>, staff: readonly Staff[]): Addressees {
  const passed: Passed[] = [];
  const circles = circlesFor(lead, staff);
  for (const circle of circles) {
    const [reachable, others] = [
      circle.filter(({ isReachable }) => isReachable),
      circle.filter(({ isReachable }) => !isReachable),
    ];
    passed.push(...others.map(({ recipient }) => ({ recipient, reason: 'address-refused' as const })));
    if (reachable.length > 0) return withoutTwice(reachable, passed);
  }
  return withoutTwice(circles[0] ?? [], []);
}

/** The groups of people who look after a lead, the closest first; none is empty. */
function circlesFor(
  { location_id: here }: Pick<ArrivalFacts, 'location_id'>,
  staff: readonly Staff[],
): Staff[][] {
  const of = (role: Staff['role'], locationId: string | null) =>
    staff.filter((one) => one.role === role && one.locationId === locationId);
  return [
    ...(here === null ? [] : [of('referrals-admin', here)]),
    of('referrals-admin', null),
    of('account-admin', null),
    ...(here === null ? [] : [of('account-admin', here)]),
  ].filter((circle) => circle.length > 0);
}

function withoutTwice(circle: readonly Staff[], passed: readonly Passed[]): Addressees {
  const told = [...new Map(circle.map(({ recipient }) => [recipient.key, recipient])).values()];
  const keys = new Set(told.map(({ key }) => key));
  const others = new Map(
    passed.filter(({ recipient }) => !keys.has(recipient.key)).map((one) => [one.recipient.key, one]),
  );
  return { told, passed: [...others.values()] };
}

/**
 * Adds those whom the offer of the lead names: they are told besides the people who look after it, once (OF-2). Who
 * left, is disabled or cannot receive email is passed over.
 */
export function withOfferContacts(
  { told, passed }: Addressees,
  offerId: string | null,
  contacts: readonly OfferContact[],
): Addressees {
  const known = new Set([...told, ...passed.map(({ recipient }) => recipient)].map(({ key }) => key));
  const own = new Map(
    contacts
      .filter((contact) => contact.offerId === offerId && !known.has(contact.recipient.key))
      .map((contact) => [contact.recipient.key, contact]),
  );
  const others = [...own.values()];
  return {
    told: [...told, ...others.filter(({ barred }) => barred === null).map(({ recipient }) => recipient)],
    passed: [
      ...passed,
      ...others.flatMap(({ recipient, barred }) => (barred === null ? [] : [{ recipient, reason: barred }])),
    ],
  };
}

/** Someone who follows a view that shows a lead. */
export interface Follower {
  readonly recipient: Recipient;
  readonly isReachable: boolean;
}

/**
 * Adds those who follow a view that shows the lead (decision 042): they are told as if they were responsible for it,
 * once. Who is responsible stays so.
 */
export function withFollowers({ told, passed }: Addressees, followers: readonly Follower[]): Addressees {
  const known = new Set(told.map(({ key }) => key));
  const others = followers.filter(({ recipient }) => !known.has(recipient.key));
  const reached = others.filter(({ isReachable }) => isReachable).map(({ recipient }) => recipient);
  const added = new Set(others.map(({ recipient }) => recipient.key));
  return {
    told: [...told, ...reached],
    passed: [
      ...passed.filter(({ recipient }) => !added.has(recipient.key)),
      ...others
        .filter(({ isReachable }) => !isReachable)
        .map(({ recipient }) => ({ recipient, reason: 'address-refused' as const })),
    ],
  };
}

/** What one recipient is told about, or passed over for. */
export interface Share<Lead> {
  readonly recipient: Recipient;
  readonly leads: Lead[];
}

/** Turns "who, for each lead" into "which leads, for each recipient", in the same order for all workers. */
export function shareOut<Lead>(
  pairs: readonly { lead: Lead; recipients: readonly Recipient[] }[],
): Share<Lead>[] {
  const shares = new Map<string, Share<Lead>>();
  for (const { lead, recipients } of pairs) {
    for (const recipient of recipients) {
      const share = shares.get(recipient.key) ?? { recipient, leads: [] };
      share.leads.push(lead);
      shares.set(recipient.key, share);
    }
  }
  return [...shares.values()].sort((a, b) => (a.recipient.key < b.recipient.key ? -1 : 1));
}
