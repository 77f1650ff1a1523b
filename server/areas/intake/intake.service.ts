import type { IntakeReceipt } from '../../../contract/intake/intake.ts';
import type { Mend } from '../../../contract/leads/leads.ts';
import { addressKeyBesideTyped } from '../../engines/contact-verifier/index.ts';
import { judgeSpamText, looksLikeSpam, probabilityOf } from '../../engines/spam-text/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { type Actor, usedKey } from '../identity/index.ts';
import {
  deadlinesOf,
  isActionable,
  type LeadChanges,
  leadsReceived,
  type NewLead,
  type NewReceipt,
  newEvent,
  type PolicyPeriods,
} from '../leads/index.ts';
import * as repo from './intake.repo.ts';
import { LeadGroups } from './lead-groups.ts';

/** A lead as a door read it, before it is stored. */
export interface ReceivedLead {
  readonly door: 'marketplace' | 'api' | 'offer-page' | 'profile-page';
  readonly route: {
    readonly organizationId: string;
    readonly locationId: string | null;
    readonly offerId: string | null;
    readonly reason: string;
    readonly routed: boolean;
  };
  readonly qualification: 'Direct' | 'MarketingQualified' | 'SalesQualified';
  readonly leadType: 'Profile' | 'Offer';
  readonly callToAction: 'ContactMe' | 'GetItNow' | 'FreeTrial' | 'TestDrive' | null;
  readonly leadSource: string | null;
  /** Which advertisement, letter or page of the source it was (OF-6). */
  readonly sourceDetail?: string | null;
  readonly campaignId?: string | null;
  /** Only for qualified leads. */
  readonly referralProgram?: string | null;
  readonly offerName: string | null;
  readonly offerTitle: string | null;
  readonly isTest: boolean;
  readonly customerName: string | null;
  readonly country: string | null;
  readonly contact: {
    firstName: string | null;
    lastName: string | null;
    title: string | null;
    email: string | null;
    phone: string | null;
  };
  readonly message: string | null;
  /** What was odd in a marketplace's payload and how it was kept (IN-4). */
  readonly mended?: readonly Mend[];
  /** Someone looked at the words and let them pass. */
  readonly wordsCleared?: boolean;
  readonly consent: { readonly contactAllowed: boolean; readonly textVersion: string };
  readonly contactDirectly: boolean;
  /**
   * When the customer sent it, if it had to wait: that is its time of receipt, but the partner's time to answer begins
   * now.
   */
  readonly sentAt?: Date;
  /** `YYYY-MM-DD`, if the sender knows it; the partner confirms or corrects it on accepting. */
  readonly estimatedPurchaseDate?: string;
  readonly sender: {
    organizationId: string;
    organizationName: string;
    personId: string | null;
    name: string;
  } | null;
  readonly by:
    | Actor
    | { readonly kind: 'customer' | 'marketplace'; readonly personId: null; readonly name: string };
}

/** How a door recognizes a request that it has taken before (IN-3). */
export interface RequestIdentity {
  /** The organization that owns the key: its endpoint, or the one that sent the request. */
  readonly organizationId: string;
  readonly door: string;
  readonly key: Buffer;
  readonly requestHash: Buffer;
  /** undefined: forever. */
  readonly rememberedHours?: number;
}

/** Receives leads: durable before the answer, each request once; the rest happens in jobs (IN-2, IN-3). */
export class IntakeService {
  private readonly groups: LeadGroups;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
  ) {
    this.groups = new LeadGroups((leads) => changes.receive(db, leads));
  }

  /**
   * Stores a lead. When this returns, the lead is on disk: `kill -9` or a power cut can no longer lose it.
   * @param identity undefined: repeats cannot be recognized, and each request is a lead of its own
   * @param periods those in force now, if the door has them already
   * @throws AppError idempotency-key-reused when the key came with another request before
   */
  async receive(
    received: ReceivedLead,
    identity?: RequestIdentity,
    periods?: PolicyPeriods,
  ): Promise<IntakeReceipt> {
    const now = this.clock.now();
    const lead = prepareLead(received, periods ?? (await repo.getPeriods(this.db)), now);
    const leadId = lead.lead.id;
    const { routed } = received.route;
    const receipt = identity
      ? { ...identity, leadId, routed, at: now, forgottenBefore: forgottenBefore(identity, now) }
      : null;
    const created = await this.groups.store({ ...lead, receipt });
    if (!created) return this.findKnown(receipt);
    leadsReceived.inc({ door: received.door });
    return { leadId, created: true, receivedAt: (received.sentAt ?? now).toISOString(), routed };
  }

  /**
   * Stores a lead in the caller's transaction, if and only if that commits; the caller must ensure that each request is
   * taken once. From then on the transaction is for the organization of the lead.
   * @returns the id of the lead
   */
  async receiveIn(tx: Transaction, received: ReceivedLead): Promise<string> {
    const lead = prepareLead(received, await repo.getPeriods(tx), this.clock.now());
    await this.changes.receive(tx, [{ ...lead, receipt: null }]);
    return lead.lead.id;
  }

  /** The lead from the same request before. */
  private async findKnown(receipt: NewReceipt | null): Promise<IntakeReceipt> {
    if (!receipt) throw new Error('a lead without a receipt was not stored');
    const known = await inOrganization(this.db, receipt, (tx) => repo.getReceipt(tx, receipt));
    if (!known.request_hash.equals(receipt.requestHash)) {
      throw usedKey();
    }
    return {
      leadId: known.lead_id,
      created: false,
      receivedAt: known.received_at.toISOString(),
      routed: known.routed,
    };
  }
}

/** A lead with its first event. */
function prepareLead(received: ReceivedLead, periods: PolicyPeriods, now: Date): Omit<NewLead, 'receipt'> {
  const leadId = newId();
  const { organizationId, reason } = received.route;
  return {
    lead: leadRow(leadId, received, periods, now),
    event: newEvent({
      organizationId,
      leadId,
      type: 'lead.received',
      at: now,
      actor: received.by,
      note: reason,
      version: 1,
    }),
    routed: received.route.routed,
  };
}

type LeadInsert = NewLead['lead'];

function forgottenBefore({ rememberedHours }: RequestIdentity, now: Date): Date | null {
  return rememberedHours === undefined ? null : new Date(now.getTime() - rememberedHours * 3_600_000);
}

function leadRow(leadId: string, received: ReceivedLead, periods: PolicyPeriods, now: Date): LeadInsert {
  const actionable = isActionable(received);
  const sentAt = received.sentAt ?? now;
  const facts = { actionable, contactDirectly: received.contactDirectly };
  const deadlines = deadlinesOf({ ...facts, receivedAt: now }, periods);
  return {
    organization_id: received.route.organizationId,
    id: leadId,
    ...customerColumns(received, sentAt),
    location_id: received.route.locationId,
    qualification: received.qualification,
    lead_type: received.leadType,
    call_to_action: received.callToAction,
    lead_source: received.leadSource,
    source_detail: received.sourceDetail ?? null,
    campaign_id: received.campaignId ?? null,
    referral_program: received.referralProgram ?? null,
    offer_id: received.route.offerId,
    offer_name: received.offerName,
    offer_title: received.offerTitle ?? received.offerName,
    is_test: received.isTest,
    door: received.door,
    routing_reason: received.route.reason,
    sender_organization_id: received.sender?.organizationId ?? null,
    sender_person_id: received.sender?.personId ?? null,
    sender_name: received.sender?.name ?? null,
    sender_organization_name: received.sender?.organizationName ?? null,
    status: actionable ? 'Received' : null,
    estimated_purchase_date: received.estimatedPurchaseDate ?? null,
    received_at: sentAt,
    updated_at: now,
    expires_at: deadlines.expiresAt,
    available_until: deadlines.availableUntil,
    // The customer's wish is as old as the request, however long that waited (LC-5).
    hot_until: deadlinesOf({ ...facts, receivedAt: sentAt }, periods).hotUntil,
  };
}

function customerColumns(received: ReceivedLead, sentAt: Date) {
  return {
    customer_name: received.customerName,
    country: received.country,
    contact_first_name: received.contact.firstName,
    contact_last_name: received.contact.lastName,
    contact_title: received.contact.title,
    contact_email: received.contact.email,
    email_read: addressKeyBesideTyped(received.contact.email),
    contact_phone: received.contact.phone,
    // Until the checks have run; the filters find what is shown (WS-3).
    email_validity: received.contact.email === null ? null : ('Unknown' as const),
    phone_validity: received.contact.phone === null ? null : ('Unknown' as const),
    message: received.message,
    // The whole row goes to the database as JSON, so this need not be a string.
    mended: received.mended?.length ? [...received.mended] : null,
    ...spamColumns(received),
    contact_allowed: received.consent.contactAllowed,
    consent_at: received.consent.contactAllowed ? sentAt : null,
    consent_text_version: received.consent.textVersion,
  };
}

/** What the words say about spam: only those of customers, since sellers and marketers describe others (IN-7). */
function spamColumns(received: ReceivedLead) {
  const text = [received.message, received.customerName, received.contact.title]
    .filter((part) => part !== null)
    .join('\n');
  if (received.qualification !== 'Direct' || received.isTest || received.wordsCleared || text === '')
    return { suspected_spam: false, spam_score: null };
  const score = probabilityOf(judgeSpamText(text).logit);
  return { suspected_spam: looksLikeSpam(score), spam_score: score };
}
