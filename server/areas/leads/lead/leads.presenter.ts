import type { Colleague } from '../../../../contract/identity/identity.ts';
import type { Language } from '../../../../contract/languages/languages.ts';
import type {
  Contact,
  Employee,
  Lead,
  LeadEvent,
  LeadSummary,
  Mend,
} from '../../../../contract/leads/leads.ts';
import type { SubStage } from '../../../../contract/leads/lists.ts';
import {
  declineReasonNumbers,
  errorReasonNumbersOf,
  lostReasonNumbers,
} from '../../../../contract/leads/reason-numbers.ts';
import type { Money } from '../../../../contract/money.ts';
import type { WorkingCalendar } from '../../../../contract/working-time/calendar.ts';
import type { Actor } from '../../identity/index.ts';
import { respondBy } from '../../working-time/index.ts';
import { readStored } from '../stored-texts/stored-texts.ts';
import { firstWords } from './first-words.ts';
import { factsOf, type LeadDetailRow, type LeadSummaryRow } from './lead-row.ts';
import { allowedActions } from './leads.policy.ts';
import { contactWithheld, stateAt, statusOf } from './leads.rules.ts';
import { nextStepOf } from './next-step.rules.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

function money(amountMinor: number | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null ? null : { amountMinor, currency };
}

/** Something that the row names by id, with the name that was looked up along with it. */
function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? '' };
}

function contactOf(row: LeadSummaryRow): Contact {
  return {
    firstName: row.contact_first_name,
    lastName: row.contact_last_name,
    title: row.contact_title,
    email: row.contact_email,
    phone: row.contact_phone,
  };
}

function stagesOf(row: LeadSummaryRow): Record<SubStage, string | null> {
  return {
    qualified: iso(row.qualified_at),
    developed: iso(row.developed_at),
    proposed: iso(row.proposed_at),
    negotiated: iso(row.negotiated_at),
  };
}

/** Row → wire for lists. Contact details that must not be shown are dropped here, once (LC-4, IN-6). */
export function presentSummary(row: LeadSummaryRow, actor: Actor, now: Date): LeadSummary {
  const facts = factsOf(row);
  const withheld = contactWithheld(facts, now);
  const state = stateAt(facts, now);
  return {
    id: row.id,
    version: row.version,
    leadType: row.lead_type,
    qualification: row.qualification,
    callToAction: row.call_to_action,
    actionable: row.status !== null,
    ...statusOf(state),
    customerName: row.customer_name,
    country: row.country,
    contact: withheld ? null : contactOf(row),
    contactWithheld: withheld,
    emailValidity: row.contact_email === null ? null : (row.email_validity ?? 'Unknown'),
    phoneValidity: row.contact_phone === null ? null : (row.phone_validity ?? 'Unknown'),
    checking: row.checks_pending && (row.contact_email !== null || row.contact_phone !== null),
    leadQuality: row.lead_quality,
    leadSource: row.lead_source,
    referralProgram: row.referral_program,
    offer: row.offer_title === null ? null : { id: row.offer_name, title: row.offer_title },
    location: named(row.location_id, row.location_name),
    assignedTo: named(row.assigned_to, row.assignee_name),
    stage: row.stage,
    dealName: row.deal_name,
    dealValue: money(row.deal_value_minor, row.deal_currency),
    estimatedPurchaseDate: row.estimated_purchase_date,
    nextStep: nextStepOf(row, facts, now),
    notesStart: firstWords(row.notes_start),
    // Customers often end a message with a signature: it is shown only with the contact.
    messageStart: withheld ? null : firstWords(row.message_start),
    campaignId: row.campaign_id,
    acceptedAt: iso(row.accepted_at),
    closedAt: iso(row.closed_at),
    createdAt: row.received_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    expiresAt: state === 'Received' ? iso(row.expires_at) : null,
    availableUntil: iso(row.available_until),
    hotUntil: iso(row.hot_until),
    favorite: row.favorite,
    isTest: row.is_test,
    allowedActions: allowedActions(actor, facts, now),
  };
}

/** What was sent as a country may be anything that someone typed: it is shown only with the contact. */
function mendsOf({ mended }: Pick<LeadDetailRow, 'mended'>, isContactWithheld: boolean): Mend[] {
  const mends = (mended as unknown as Mend[] | null) ?? [];
  return isContactWithheld ? mends.map((mend) => ({ ...mend, sent: null })) : mends;
}

/** What the details page shows besides the lead itself. */
export interface LeadSurroundings {
  readonly team: Colleague[];
  /** When the organization works; undefined: every hour counts. */
  readonly calendar: WorkingCalendar | undefined;
}

/** Row → wire for the details page. */
export function presentLead(
  row: LeadDetailRow,
  { team, calendar }: LeadSurroundings,
  actor: Actor,
  now: Date,
): Lead {
  const summary = presentSummary(row, actor, now);
  const accepted = row.accepted_at !== null;
  return {
    ...summary,
    // Customers often end a message with a signature: it is shown only with the contact.
    message: summary.contactWithheld ? null : row.message,
    consent: {
      contactAllowed: row.contact_allowed,
      at: iso(row.consent_at),
      textVersion: row.consent_text_version,
      country: row.country,
    },
    suspectedSpam: row.suspected_spam,
    mended: mendsOf(row, summary.contactWithheld !== null),
    sender:
      row.sender_name === null
        ? null
        : { name: row.sender_name, organization: row.sender_organization_name ?? '' },
    sourceDetail: row.source_detail,
    routing: { reason: readStored(row.routing_reason, actor.language) },
    repeatOf:
      row.repeat_of_lead_id === null || row.repeat_of_received_at === null
        ? null
        : { id: row.repeat_of_lead_id, createdAt: row.repeat_of_received_at.toISOString() },
    forwarded: row.forwarded_after && { after: row.forwarded_after },
    deal: accepted ? dealOf(row, summary) : null,
    team,
    employees: (row.employees as unknown as Employee[] | null) ?? [],
    closing: row.closed_at === null ? null : closingOf(row),
    respondBy: summary.expiresAt && iso(respondBy(new Date(summary.expiresAt), calendar, row.received_at)),
  };
}

function dealOf(row: LeadDetailRow, summary: LeadSummary): NonNullable<Lead['deal']> {
  return {
    name: summary.dealName,
    value: summary.dealValue,
    estimatedPurchaseDate: summary.estimatedPurchaseDate,
    notes: row.deal_notes,
    crmId: row.crm_id,
    campaignId: row.campaign_id,
    subStages: stagesOf(row),
  };
}

function closingOf(row: LeadDetailRow): NonNullable<Lead['closing']> {
  return {
    declineReason: row.decline_reason,
    lostReason: row.lost_reason,
    errorReason: row.error_reason,
    reasonNumber: reasonNumberOf(row),
    notes: row.closing_notes,
    finalValue: money(row.final_value_minor, row.final_value_currency),
    duplicateOfLeadId: row.duplicate_of_lead_id,
  };
}

/** A closed lead has one reason at most. */
function reasonNumberOf({ decline_reason, lost_reason, error_reason }: LeadDetailRow): number | null {
  if (decline_reason !== null) return declineReasonNumbers[decline_reason];
  if (lost_reason !== null) return lostReasonNumbers[lost_reason];
  return error_reason === null ? null : errorReasonNumbersOf[error_reason];
}

export interface LeadEventRow {
  id: string;
  type: LeadEvent['type'];
  at: Date;
  actor_kind: LeadEvent['actor']['kind'];
  actor_person_id: string | null;
  actor_name: string;
  /** also null for people of other organizations */
  actor_name_now: string | null;
  changes: unknown;
  note: string | null;
}

/** One entry of the timeline. */
export function presentEvent(row: LeadEventRow, language?: Language): LeadEvent {
  return {
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    actor: {
      kind: row.actor_kind,
      name: row.actor_name,
      personId: row.actor_name_now === null ? null : row.actor_person_id,
      nameNow: row.actor_name_now === row.actor_name ? null : row.actor_name_now,
    },
    changes: (row.changes ?? []) as LeadEvent['changes'],
    note: row.note !== null && notedByUs.has(row.type) ? readStored(row.note, language) : row.note,
  };
}

/** Events whose note is a sentence of ours; what people note stays as it is. */
const notedByUs: ReadonlySet<string> = new Set(['lead.received', 'lead.routed', 'lead.contact-checked']);
