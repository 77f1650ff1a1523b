import type { ImportStartState } from '../../../../contract/imports/lists.ts';
import { type LeadState, type SubStage, subStages } from '../../../../contract/leads/lists.ts';
import { addressKeyBesideTyped } from '../../../engines/contact-verifier/index.ts';
import { newId } from '../../../platform/ids.ts';
import { type BroughtLead, deadlinesOf, type PolicyPeriods } from '../../leads/index.ts';
import type { ImportedColumns, ImportedLead } from './imported-lead.ts';

/** Where new leads of an import go, and what holds for all of them. */
export interface NewLeadForm {
  readonly organizationId: string;
  readonly defaultLocationId: string | null;
  readonly startState: ImportStartState;
  readonly periods: PolicyPeriods;
  readonly now: Date;
  /** The words for timelines: where it comes from. */
  readonly reason: string;
  /** The people who may own leads. */
  readonly mayOwn: (personId: string, locationId: string | null) => boolean;
  /** Who sends the leads to a partner; undefined: they are the organization’s own. */
  readonly sender: Sender | undefined;
}

interface Sender {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly personId: string;
  readonly name: string;
}

const dealStates: ReadonlySet<LeadState> = new Set(['Accepted', 'Won', 'Lost']);

/** A new lead from a row. What a row does not say is what it most likely was. */
export function newLead(imported: ImportedLead, form: NewLeadForm): BroughtLead {
  const { columns } = imported;
  const { now, organizationId } = form;
  const state = form.sender ? 'Received' : (imported.state ?? form.startState);
  const receivedAt = columns.received_at ?? earliest(columns.accepted_at, columns.closed_at) ?? now;
  const locationId = imported.locationId ?? form.defaultLocationId;
  const isOver = state !== 'Received' && state !== 'Accepted';
  const ownerId = imported.ownerId;
  return {
    note: form.reason,
    lead: {
      qualification: form.sender ? 'SalesQualified' : 'Direct',
      lead_type: columns.offer_name || columns.offer_title ? 'Offer' : 'Profile',
      is_test: false,
      contact_allowed: true,
      consent_text_version: 'import',
      ...columns,
      organization_id: organizationId,
      id: newId(),
      location_id: locationId,
      offer_title: columns.offer_title ?? columns.offer_name ?? null,
      door: 'import',
      routing_reason: form.reason,
      ...uncheckedContact(columns),
      checks_pending: !isOver,
      status: state,
      received_at: receivedAt,
      updated_at: now,
      // The time to answer begins when somebody here can answer.
      expires_at: deadlinesOf({ actionable: true, contactDirectly: false, receivedAt: now }, form.periods)
        .expiresAt,
      available_until: null,
      ...momentsOf(imported, state, { receivedAt, now }),
      ...reasonsOf(imported, state),
      assigned_to: ownerId !== undefined && !isOver && form.mayOwn(ownerId, locationId) ? ownerId : null,
      ...senderColumns(form.sender),
    },
  };
}

/** What checks will find out about the contact. */
function uncheckedContact({ contact_email: email = null, contact_phone: phone = null }: ImportedColumns) {
  return {
    email_read: addressKeyBesideTyped(email),
    email_validity: email === null ? null : ('Unknown' as const),
    phone_validity: phone === null ? null : ('Unknown' as const),
  };
}

function senderColumns(sender: Sender | undefined) {
  return {
    sender_organization_id: sender?.organizationId ?? null,
    sender_person_id: sender?.personId ?? null,
    sender_name: sender?.name ?? null,
    sender_organization_name: sender?.organizationName ?? null,
  };
}

function earliest(...moments: readonly (Date | null | undefined)[]): Date | undefined {
  return moments.filter((moment) => moment instanceof Date).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** When the lead was accepted and closed: as the file says, or the nearest moment that it says. */
function momentsOf(
  { columns, stage }: ImportedLead,
  state: LeadState,
  { receivedAt, now }: { readonly receivedAt: Date; readonly now: Date },
) {
  const hasDeal = dealStates.has(state);
  const isOver = state !== 'Received' && state !== 'Accepted';
  const acceptedAt = hasDeal ? (columns.accepted_at ?? columns.received_at ?? now) : null;
  return {
    accepted_at: acceptedAt,
    closed_at: isOver ? (columns.closed_at ?? columns.accepted_at ?? receivedAt) : null,
    ...(acceptedAt && stageColumns(stage, acceptedAt)),
  };
}

const columnOfStage = {
  qualified: 'qualified_at',
  developed: 'developed_at',
  proposed: 'proposed_at',
  negotiated: 'negotiated_at',
} as const satisfies Record<SubStage, string>;

function stageColumns(stage: string | undefined, at: Date) {
  const found = subStages.find((name) => name === stage);
  return found === undefined ? {} : { [columnOfStage[found]]: at };
}

/** A reason belongs to one outcome. */
function reasonsOf({ columns }: ImportedLead, state: LeadState) {
  const isWon = state === 'Won';
  return {
    decline_reason: state === 'Declined' ? (columns.decline_reason ?? 'Other') : null,
    lost_reason: state === 'Lost' ? (columns.lost_reason ?? 'Other') : null,
    error_reason: state === 'ClosedAsError' ? (columns.error_reason ?? 'Other') : null,
    final_value_minor: isWon ? (columns.final_value_minor ?? columns.deal_value_minor ?? null) : null,
    final_value_currency: isWon ? (columns.final_value_currency ?? columns.deal_currency ?? null) : null,
  };
}
