import { createHash } from 'node:crypto';
import type { IntakeReceipt } from '../../../../contract/intake/intake.ts';
import { hashJson } from '../../../platform/canonical-json.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { hashSecret } from '../../../platform/ids.ts';
import * as repo from '../intake.repo.ts';
import type { IntakeService, ReceivedLead } from '../intake.service.ts';
import { routableOffer } from '../routable-offer.ts';
import { routeLead } from '../routing/routing.rules.ts';
import { sentence } from './catalogue.ts';
import {
  type Action,
  actionOf,
  callToActionOf,
  campaignIn,
  isTestLead,
  type LeadSourceParts,
  parseLeadSource,
  splitOfferName,
} from './marketplace.rules.ts';
import { readMarketplaceBody } from './marketplace-body.ts';
import { type MarketplaceLead, readMarketplaceLead } from './marketplace-reader.ts';

/** An identical payload within this time is the same lead (IN-3). */
const rememberedHours = 24;
const touchMinutes = 5;

/** The door that a marketplace posts to: an offer's HTTPS endpoint. */
export class MarketplaceIntake {
  private readonly questions = new Map<string, ReturnType<typeof repo.unscopedFindEndpoint>>();

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly intake: IntakeService,
  ) {}

  /** Whether an active endpoint has this key: checked before reading the body of a request with a new one. */
  async knows(key: string): Promise<boolean> {
    return (await this.findEndpoint(hashSecret(key), undefined)) !== undefined;
  }

  /**
   * @throws AppError not-found when no active endpoint has this key, malformed-json when the body is not a JSON object
   */
  async take(key: string, bytes: Buffer): Promise<IntakeReceipt> {
    const body = readMarketplaceBody(bytes);
    if (!body) throw new AppError('malformed-json', sentence('endpoint.noObject'));
    const lead = readMarketplaceLead(body);
    const source = parseLeadSource(lead.leadSource);
    const named = source.offerName === null ? undefined : splitOfferName(source.offerName);
    const endpoint = await this.findEndpoint(hashSecret(key), named);
    if (!endpoint) throw noEndpoint();
    const requestHash = hashJson(body.payload);
    const identity = {
      organizationId: endpoint.organization_id,
      door: 'marketplace',
      key: createHash('sha256').update(endpoint.id).update(requestHash).digest(),
      requestHash,
      rememberedHours,
    };
    const receipt = await this.intake.receive(understand(endpoint, source, lead), identity, {
      expiryHours: endpoint.expiry_hours,
      hotHours: endpoint.hot_hours,
      informationalMonths: endpoint.informational_months,
    });
    await this.touch(endpoint);
    return receipt;
  }

  /** In a burst, requests that arrive while the same query is running wait for its answer. */
  private findEndpoint(keyHash: Buffer, offer: repo.NamedOffer | undefined) {
    const question = JSON.stringify([keyHash.toString('hex'), offer]);
    const asked = this.questions.get(question);
    if (asked) return asked;
    const answer = repo.unscopedFindEndpoint(this.db, keyHash, offer);
    this.questions.set(question, answer);
    const forget = () => this.questions.delete(question);
    answer.then(forget, forget);
    return answer;
  }

  private async touch(endpoint: repo.EndpointRow): Promise<void> {
    const now = this.clock.now();
    if (endpoint.last_used_at && now.getTime() - endpoint.last_used_at.getTime() < touchMinutes * 60_000)
      return;
    await inOrganization(this.db, { organizationId: endpoint.organization_id }, (tx) =>
      repo.touchEndpoint(tx, endpoint.id, now),
    );
  }
}

/** No active endpoint has the key. */
export function noEndpoint(): AppError {
  return notFound(sentence('endpoint.none'));
}

function understand(
  endpoint: repo.EndpointRow,
  source: LeadSourceParts,
  lead: MarketplaceLead,
): ReceivedLead {
  const offer = endpoint.offer ?? undefined;
  const isTest = isTestLead(lead);
  const route = routeLead({
    owner: {
      organizationId: endpoint.organization_id,
      isOperator: endpoint.is_operator,
      defaultLocationId: endpoint.default_location_id,
    },
    offerName: source.offerName,
    offer: routableOffer(offer),
    locationId: null,
    isTest,
    operatorOrganizationId: endpoint.operator_organization_id,
  });
  const { firstName, lastName, title, email, phone } = lead;
  return {
    door: 'marketplace',
    route,
    qualification: 'Direct',
    leadType: 'Offer',
    callToAction: callToActionOf(
      actionIn(lead, source),
      route.offerId === null ? undefined : offer?.call_to_action,
    ),
    leadSource: source.storefront,
    campaignId: campaignIn(lead.message),
    offerName: source.offerName,
    offerTitle: lead.offerTitle ?? (route.offerId === null ? null : (offer?.title ?? null)),
    isTest,
    customerName: lead.customerName,
    country: lead.country,
    contact: { firstName, lastName, title, email, phone },
    message: lead.message,
    mended: lead.mended,
    consent: { contactAllowed: lead.contactAllowed, textVersion: 'given at the marketplace' },
    contactDirectly: false,
    sender: null,
    by: { kind: 'marketplace', personId: null, name: source.storefront ?? 'Marketplace' },
  };
}

/** Of two action codes, the one that says not to contact counts, otherwise the one in its own field (IN-6). */
function actionIn(lead: MarketplaceLead, source: LeadSourceParts): Action | undefined {
  const actions = [actionOf(lead.actionCode), actionOf(source.action)].filter(
    (action) => action !== undefined,
  );
  return actions.find((action) => !action.contactAllowed) ?? actions[0];
}
