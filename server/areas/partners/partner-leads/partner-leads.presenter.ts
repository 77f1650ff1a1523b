import type { CustomerUntoldReason } from '../../../../contract/mail/lists.ts';
import type { PartnerContactWithheldReason } from '../../../../contract/partners/lists.ts';
import type {
  PartnerLead,
  PartnerLeadEvent,
  PartnerLeadSummary,
} from '../../../../contract/partners/partner-leads.ts';
import { contactWithheld, factsOf, stateAt, statusOf } from '../../leads/index.ts';
import type { RequestStanding } from '../customer-requests/request-standing.ts';
import type {
  PartnerLeadEventRow,
  PartnerLeadRow,
  ReroutingRow,
  ShownContact,
} from './partner-leads.repo.ts';
import { reroutingStanding } from './rerouting.rules.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Row → wire for the list; the row contains no contact. */
export function presentPartnerLeadSummary(row: PartnerLeadRow, now: Date): PartnerLeadSummary {
  const state = stateAt(factsOf(row), now);
  return {
    id: row.id,
    partner: { id: row.organization_id, name: row.organization_name },
    location: row.location_id === null ? null : { id: row.location_id, name: row.location_name ?? '' },
    leadType: row.lead_type,
    qualification: row.qualification,
    callToAction: row.call_to_action,
    ...statusOf(state),
    customerName: row.customer_name,
    country: row.country,
    leadQuality: row.lead_quality,
    leadSource: row.lead_source,
    offer: row.offer_title === null ? null : { id: row.offer_name, title: row.offer_title },
    createdAt: row.received_at.toISOString(),
    answeredAt: iso(row.accepted_at ?? (state === 'Declined' ? row.closed_at : null)),
    closedAt: iso(row.closed_at),
    expiresAt: state === 'Received' ? iso(row.expires_at) : null,
    hotUntil: iso(row.hot_until),
    isTest: row.is_test,
    senderName: row.is_own ? (row.sender_name ?? '') : null,
  };
}

/** What the operator's page shows in addition to the lead itself. */
export interface PartnerLeadSurroundings {
  readonly shown: ShownContact | undefined;
  readonly events: readonly PartnerLeadEventRow[];
  readonly request: RequestStanding | undefined;
  readonly told: 'told' | CustomerUntoldReason | undefined;
  readonly rerouted: ReroutingRow | undefined;
}

/** Row → wire for the operator's page of a lead. Redacts here as well as in the database (LC-4, IN-6). */
export function presentPartnerLead(
  row: PartnerLeadRow,
  { shown, events, request, told, rerouted }: PartnerLeadSurroundings,
  now: Date,
): PartnerLead {
  const withheld = whyWithheld(row, shown, now);
  const facts = {
    isOwn: row.is_own,
    contactAllowed: row.contact_allowed,
    isRerouted: rerouted !== undefined,
  };
  return {
    ...presentPartnerLeadSummary(row, now),
    contact: withheld === null ? (shown?.contact ?? null) : null,
    contactWithheld: withheld,
    message: withheld === null ? (shown?.message ?? null) : null,
    customer: row.qualification === 'Direct' ? presentCustomer(request, told) : null,
    rerouting: {
      standing: reroutingStanding({ ...factsOf(row), ...facts }, now),
      to: rerouted === undefined ? null : presentRerouting(rerouted),
    },
    timeline: events.map((event) => presentPartnerLeadEvent(event, row)),
  };
}

function whyWithheld(
  row: PartnerLeadRow,
  shown: ShownContact | undefined,
  now: Date,
): PartnerContactWithheldReason | null {
  const everywhere = contactWithheld(factsOf(row), now);
  if (everywhere !== null) return everywhere;
  return shown === undefined ? 'NotShared' : null;
}

function presentCustomer(
  request: RequestStanding | undefined,
  told: PartnerLeadSurroundings['told'],
): NonNullable<PartnerLead['customer']> {
  return {
    told: told ?? null,
    linkEndsAt: iso(request?.linkEndsAt ?? null),
    withdrawnAt: iso(request?.withdrawnAt ?? null),
    sentOn: (request?.sentOn ?? []).map((to) => ({
      partner: { id: to.organizationId, name: to.partnerName },
      leadId: to.leadId,
      at: to.at.toISOString(),
    })),
  };
}

function presentRerouting(row: ReroutingRow): NonNullable<PartnerLead['rerouting']['to']> {
  return {
    partner: { id: row.new_organization_id, name: row.organization_name },
    leadId: row.new_lead_id,
    at: row.at.toISOString(),
    byName: row.by_name,
  };
}

/** One entry of the operator's timeline: people and programs appear under the name of their organization. */
export function presentPartnerLeadEvent(
  event: PartnerLeadEventRow,
  lead: Pick<PartnerLeadRow, 'organization_name' | 'sender_name'>,
): PartnerLeadEvent {
  return { id: event.id, type: event.type, at: event.at.toISOString(), by: nameSide(event, lead) };
}

function nameSide(
  event: PartnerLeadEventRow,
  lead: Pick<PartnerLeadRow, 'organization_name' | 'sender_name'>,
): string {
  switch (event.actor_kind) {
    case 'customer':
      return 'the customer';
    case 'marketplace':
    case 'system':
      return event.actor_name ?? 'Leadlight';
    default:
      return (event.type === 'lead.received' ? lead.sender_name : null) ?? lead.organization_name;
  }
}
