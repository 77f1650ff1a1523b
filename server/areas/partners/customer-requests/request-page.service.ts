import type { Clock } from '../../../platform/clock.ts';
import {
  becomeTenant,
  type Db,
  inOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import type { IntakeService } from '../../intake/index.ts';
import { type LeadChanges, leadsReceived } from '../../leads/index.ts';
import { keepLinkSecret, type Outbox, readLink } from '../../mail/index.ts';
import { findOperator } from '../../organizations/index.ts';
import { type AskedLead, findAskedLead, listAskedTags } from './asked-leads.repo.ts';
import { type PlacedCandidate, unscopedFindCandidate, unscopedListCandidates } from './candidates.repo.ts';
import { mailToCustomer } from './customer-mail.ts';
import * as repo from './customer-requests.repo.ts';
import {
  isWithPartner,
  linkEndsAt,
  outcomeBefore,
  type RequestLanguage,
  type Standing,
  standingOf,
} from './customer-requests.rules.ts';
import { forwardedLead } from './forwarded-lead.ts';
import { type Suggestion, suggestPartners } from './suggest-partners.rules.ts';
import { withdrawLead } from './withdraw-lead.ts';

/** A partner that has or had the request. */
export interface AskedPartner {
  readonly name: string;
  readonly standing: Standing;
  readonly sentAt: Date;
}

/** What the page of a request shows: the customer's own words, and nothing of any deal. */
export interface RequestView {
  readonly id: string;
  readonly language: RequestLanguage;
  readonly message: string | null;
  readonly offerTitle: string | null;
  /** Oldest first; never empty. */
  readonly partners: readonly AskedPartner[];
  readonly suggestions: readonly Suggestion[];
  readonly withdrawnAt: Date | null;
  readonly expiresAt: Date;
}

/** What is behind a link: nothing, a request whose link has ended, or the request. */
export type OpenedRequest =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended'; readonly language: RequestLanguage }
  | { readonly kind: 'open'; readonly view: RequestView };

/** Why nothing was sent on. */
export type ForwardRefusal = 'with-partner' | 'asked-before' | 'not-listed' | 'withdrawn';
export type Forwarded = { readonly refusal?: undefined } | { readonly refusal: ForwardRefusal };

interface PlacedLead {
  readonly name: string;
  readonly sentAt: Date;
  readonly lead: AskedLead;
  readonly standing: Standing;
}

/** The page of a customer's request: its state, sending it on, and its withdrawal (LC-3, LC-4). */
export class RequestPages {
  private readonly getSecret: () => Promise<Buffer>;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly wires: {
      readonly changes: LeadChanges;
      readonly outbox: Outbox;
      readonly intake: IntakeService;
    },
  ) {
    this.getSecret = keepLinkSecret(db);
  }

  /** Only reads: programs that scan emails open every link. */
  async open(token: string): Promise<OpenedRequest> {
    const opened = await this.enter(token, repo.findRequest, (tx, request) => this.look(tx, request));
    if (opened === 'unknown') return { kind: 'unknown' };
    return 'ended' in opened
      ? { kind: 'ended', language: opened.ended }
      : { kind: 'open', view: opened.result };
  }

  /**
   * Sends the request on to the page of a published profile, as a new lead of that partner: once to each partner, and
   * to one at a time. Repeating it for the partner that has the request now changes nothing.
   * @returns undefined when the link is unknown or has ended
   */
  async forward(token: string, pageId: string): Promise<Forwarded | undefined> {
    const done = await this.enter(token, repo.lockRequest, (tx, request) => this.sendOn(tx, request, pageId));
    if (done === 'unknown' || 'ended' in done) return undefined;
    if (done.result === 'sent') leadsReceived.inc({ door: 'profile-page' });
    return done.result === 'sent' || done.result === 'sent-before' ? {} : { refusal: done.result };
  }

  /**
   * Ends the request for good: leads that wait for an answer are closed, and the timeline tells partners that accepted.
   * Repeating it changes nothing.
   * @returns false when the link is unknown or has ended
   */
  async withdraw(token: string): Promise<boolean> {
    const done = await this.enter(token, repo.lockRequest, async (tx, request) => {
      if (request.withdrawn_at !== null) return;
      const now = this.clock.now();
      await repo.updateRequest(tx, request, { withdrawn_at: now });
      const forwards = await repo.listForwards(tx, request);
      for (const place of [request, ...forwards]) await withdrawLead(tx, this.wires.changes, place, now);
    });
    return done !== 'unknown' && !('ended' in done);
  }

  /** Finds the request of a link as the operator, and works on it if the link is valid; one transaction. */
  private async enter<T>(
    token: string,
    find: typeof repo.findRequest,
    work: (tx: Transaction, request: repo.RequestRow) => Promise<T>,
  ): Promise<'unknown' | { ended: RequestLanguage } | { result: T }> {
    const requestId = readLink(await this.getSecret(), 'request', token);
    const operator = requestId === undefined ? undefined : await findOperator(this.db);
    if (requestId === undefined || !operator) return 'unknown';
    return inOrganization(this.db, { organizationId: operator.id }, async (tx) => {
      const request = await find(tx, operator.id, requestId);
      if (!request) return 'unknown';
      if (request.expires_at <= this.clock.now()) return { ended: request.language };
      return { result: await work(tx, request) };
    });
  }

  private async look(tx: Transaction, request: repo.RequestRow): Promise<RequestView> {
    const places = await this.listPlaces(tx, request);
    const [first] = places;
    return {
      id: request.id,
      language: request.language,
      message: first.lead.message,
      offerTitle: first.lead.offer_title,
      partners: places.map(({ name, standing, sentAt }) => ({ name, standing, sentAt })),
      suggestions: await this.suggest(tx, request, places),
      withdrawnAt: request.withdrawn_at,
      expiresAt: request.expires_at,
    };
  }

  /** The leads of a request, each read as its own organization; afterwards the transaction works for the operator. */
  private async listPlaces(
    tx: Transaction,
    request: repo.RequestRow,
  ): Promise<[PlacedLead, ...PlacedLead[]]> {
    const forwards = await repo.listForwards(tx, request);
    const places: PlacedLead[] = [];
    for (const { lead_organization_id, lead_id, partner_name: name, ...row } of [request, ...forwards]) {
      await becomeTenant(tx, { organizationId: lead_organization_id });
      const lead = await findAskedLead(tx, lead_organization_id, lead_id);
      if (!lead) continue;
      const facts = {
        status: lead.status,
        expiresAt: lead.expires_at,
        availableUntil: lead.available_until,
        closedAt: lead.closed_at,
      };
      const standing = standingOf(facts, request.withdrawn_at, this.clock.now());
      places.push({ name, lead, standing, sentAt: 'sent_at' in row ? row.sent_at : lead.received_at });
    }
    await becomeTenant(tx, { organizationId: request.organization_id });
    const [first, ...others] = places;
    // Its leads were deleted, so there is nothing left to show.
    if (!first) throw notFound();
    return [first, ...others];
  }

  private async suggest(
    tx: Transaction,
    request: repo.RequestRow,
    places: readonly [PlacedLead, ...PlacedLead[]],
  ): Promise<readonly Suggestion[]> {
    if (request.withdrawn_at !== null || places.some(({ standing }) => isWithPartner(standing))) return [];
    const [{ lead: first }] = places;
    await becomeTenant(tx, { organizationId: first.organization_id });
    const tags = await listAskedTags(tx, first);
    await becomeTenant(tx, { organizationId: request.organization_id });
    const exceptOrganizationIds = places.map(({ lead }) => lead.organization_id);
    const question = { country: first.country, tags, exceptOrganizationIds };
    return suggestPartners(question, await unscopedListCandidates(tx, question, this.clock.now()));
  }

  private async sendOn(
    tx: Transaction,
    request: repo.RequestRow,
    pageId: string,
  ): Promise<'sent' | 'sent-before' | ForwardRefusal> {
    if (request.withdrawn_at !== null) return 'withdrawn';
    const page = await unscopedFindCandidate(tx, pageId, this.clock.now());
    const places = await this.listPlaces(tx, request);
    const before = places.find(({ lead }) => lead.organization_id === page?.organizationId);
    if (before && isWithPartner(before.standing)) return 'sent-before';
    if (places.some(({ standing }) => isWithPartner(standing))) return 'with-partner';
    if (before) return 'asked-before';
    if (!page) return 'not-listed';
    await this.makeLead(tx, request, places, page);
    return 'sent';
  }

  private async makeLead(
    tx: Transaction,
    request: repo.RequestRow,
    places: readonly [PlacedLead, ...PlacedLead[]],
    page: PlacedCandidate,
  ): Promise<void> {
    const now = this.clock.now();
    const [{ lead: asked }] = places;
    const after = outcomeBefore(places.at(-1)?.standing ?? 'declined');
    const storefront = await repo.findProfileStorefront(tx);
    const leadId = await this.wires.intake.receiveIn(
      tx,
      forwardedLead(asked, page, after, storefront ?? null),
    );
    const { organizationId, name: partnerName } = page;
    await this.wires.changes.markForwarded(tx, { organizationId, leadId }, request.id, after);
    await becomeTenant(tx, { organizationId: request.organization_id });
    await repo.insertForward(tx, {
      organization_id: request.organization_id,
      request_id: request.id,
      lead_organization_id: organizationId,
      lead_id: leadId,
      partner_name: partnerName,
      sent_at: now,
    });
    await this.wires.outbox.put(
      tx,
      mailToCustomer({ request, asked, leadId, partnerName, news: 'forwarded' }),
      now,
    );
    await repo.updateRequest(tx, request, { expires_at: linkEndsAt(now) });
  }
}
