import type { Me } from '../../contract/identity/identity.ts';
import type { Lead, LeadEvent, LeadSummary } from '../../contract/leads/leads.ts';
import type { SavedView } from '../../contract/leads/views.ts';

/** The moment at which every test of a component begins: a Friday. */
export const partsNow = new Date('2026-11-20T09:00:00Z');

/** Some moment from then: `later({ hours: 3 })`, or before with negative numbers. */
export function later({ days = 0, hours = 0, minutes = 0 }): string {
  return new Date(partsNow.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000).toISOString();
}

/** An id, the same for the same number. */
export const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Somebody signed in at a partner, who may work leads and nothing else. */
export function makeMe(
  more: Partial<Omit<Me, 'permissions'>> & { permissions?: Partial<Me['permissions']> } = {},
): Me {
  const organization = { id: idOf(900), name: 'Contoso', kind: 'partner' } as const;
  return {
    person: {
      id: idOf(901),
      name: 'Ada Berg',
      email: 'ada@contoso.example',
      emailVerifiedAt: later({ days: -30 }),
      emailRefusedAt: null,
      timeZone: 'UTC',
      locale: 'en-US',
    },
    organization,
    organizations: [organization],
    grants: [{ role: 'referrals-admin', locationId: null, locationName: null }],
    demo: false,
    clockAheadSeconds: 0,
    ...more,
    permissions: { ...nothing, readLeads: true, workLeads: true, listColleagues: true, ...more.permissions },
  };
}

const nothing: Me['permissions'] = {
  readLeads: false,
  exportLeads: false,
  importLeads: false,
  workLeads: false,
  createLeads: false,
  routeLeads: false,
  listPartners: false,
  listColleagues: false,
  shareLeads: false,
  recheckContacts: false,
  reportSpam: false,
  manageViews: false,
  shareTemplates: false,
  manageAccess: false,
  manageIntake: false,
  managePeople: false,
  seePartnerLeads: false,
  readOutbox: false,
  readLeadRating: false,
  changeWorkingCalendar: false,
  readContactSharing: false,
  changeContactSharing: false,
  decideQuarantine: false,
  managePeriods: false,
  manageSpamLists: false,
  editProfiles: false,
  deleteProfiles: false,
  manageVocabularies: false,
  manageOffers: false,
  managePartnerOffers: false,
  announce: false,
  superviseInstallation: false,
};

/** A lead as the list shows it: just received, with two weeks to answer. */
export function makeSummary(more: Partial<LeadSummary> = {}): LeadSummary {
  return {
    id: idOf(1),
    version: 1,
    leadType: 'Offer',
    qualification: 'Direct',
    callToAction: 'ContactMe',
    actionable: true,
    status: 'Received',
    outcome: null,
    customerName: 'Alpine Ski House',
    country: 'DE',
    contact: {
      firstName: 'Kim',
      lastName: 'Akers',
      title: null,
      email: 'kim@alpine.example',
      phone: '+49 89 1234567',
    },
    contactWithheld: null,
    emailValidity: 'Valid',
    phoneValidity: 'Valid',
    checking: false,
    leadQuality: 'High',
    leadSource: 'northwind',
    referralProgram: null,
    offer: { id: idOf(50), title: 'Cloud migration' },
    assignedTo: null,
    location: { id: idOf(60), name: 'Munich' },
    stage: null,
    dealName: null,
    dealValue: null,
    estimatedPurchaseDate: null,
    nextStep: null,
    notesStart: null,
    messageStart: 'Please call me about the migration.',
    campaignId: null,
    acceptedAt: null,
    closedAt: null,
    createdAt: later({ hours: -1 }),
    updatedAt: later({ hours: -1 }),
    expiresAt: later({ days: 14 }),
    availableUntil: null,
    hotUntil: null,
    favorite: false,
    isTest: false,
    allowedActions: ['accept', 'decline', 'favorite'],
    ...more,
  };
}

/** A lead with everything that its page shows: just received, with two weeks to answer. */
export function makeLead(more: Partial<Lead> = {}): Lead {
  return {
    ...makeSummary(),
    message: 'Please call me about the migration.',
    consent: { contactAllowed: true, at: later({ hours: -1 }), textVersion: '1', country: 'DE' },
    suspectedSpam: false,
    mended: [],
    sender: null,
    sourceDetail: null,
    routing: { reason: 'It is the location of the offer.' },
    repeatOf: null,
    forwarded: null,
    deal: null,
    team: [],
    employees: [],
    closing: null,
    respondBy: null,
    ...more,
  };
}

/** The same, accepted: a deal with one person in its team. */
export function makeDeal(more: Partial<Lead> = {}, deal: Partial<NonNullable<Lead['deal']>> = {}): Lead {
  const { person } = makeMe();
  return makeLead({
    version: 2,
    status: 'Accepted',
    expiresAt: null,
    acceptedAt: later({ minutes: -30 }),
    allowedActions: ['edit', 'close-outcome', 'close-as-error', 'favorite'],
    team: [{ id: person.id, name: person.name, email: person.email }],
    deal: {
      name: 'Alpine migration',
      value: { amountMinor: 1_250_000, currency: 'EUR' },
      estimatedPurchaseDate: '2027-03-01',
      notes: null,
      crmId: null,
      campaignId: null,
      subStages: { qualified: null, developed: null, proposed: null, negotiated: null },
      ...deal,
    },
    ...more,
  });
}

/** An event of a lead, by a colleague a minute ago. */
export function makeEvent(type: LeadEvent['type'], more: Partial<LeadEvent> = {}): LeadEvent {
  return {
    id: idOf(70),
    type,
    at: later({ minutes: -5 }),
    actor: { personId: idOf(902), nameNow: null, kind: 'person', name: 'Ben Cruz' },
    changes: [],
    note: null,
    ...more,
  };
}

/** A view of new leads from Germany that a colleague shares. */
export function makeView(more: Partial<SavedView> = {}): SavedView {
  return {
    id: idOf(70),
    name: 'Germany',
    shared: true,
    owner: { id: idOf(902), name: 'Ben Cruz' },
    mine: false,
    definition: {
      query: { tab: 'marketplace', country: ['DE'], sort: '-createdAt' },
      look: { layout: 'grid', density: 'comfortable', limit: 50, columns: null },
    },
    layer: null,
    followed: false,
    version: 1,
    updatedAt: partsNow.toISOString(),
    ...more,
  };
}

/** A view of the person's own. */
export function makeOwnView(more: Partial<SavedView> = {}): SavedView {
  const { person } = makeMe();
  return makeView({
    id: idOf(71),
    name: 'Mine to answer',
    shared: false,
    owner: { id: person.id, name: person.name },
    mine: true,
    ...more,
  });
}
