import { createHash } from 'node:crypto';
import type { IntakeReceipt, MarketplaceLead } from '../../../contract/intake.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import { hashSecret } from '../../platform/ids.ts';
import { routeLead } from '../routing/index.ts';
import { hashJson } from './canonical-json.ts';
import * as repo from './intake.repo.ts';
import type { IntakeService, ReceivedLead } from './intake.service.ts';
import {
  actionOf,
  callToActionOf,
  isTestLead,
  type LeadSourceParts,
  parseLeadSource,
  splitOfferName,
} from './marketplace.rules.ts';
import { routableOffer } from './routable-offer.ts';

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

  /** @throws AppError not-found when no living endpoint has this key */
  async take(key: string, payload: MarketplaceLead): Promise<IntakeReceipt> {
    const source = parseLeadSource(payload.LeadSource);
    const named = source.offerName === null ? undefined : splitOfferName(source.offerName);
    const endpoint = await this.findEndpoint(hashSecret(key), named);
    if (!endpoint)
      throw notFound('No endpoint has this key. It may have been revoked; make a new one in the settings.');
    const requestHash = hashJson(payload);
    const identity = {
      organizationId: endpoint.organization_id,
      door: 'marketplace',
      key: createHash('sha256').update(endpoint.id).update(requestHash).digest(),
      requestHash,
      rememberedHours,
    };
    const receipt = await this.intake.take(understand(endpoint, source, payload), identity, {
      expiryHours: endpoint.expiry_hours,
      hotHours: endpoint.hot_hours,
      informationalMonths: endpoint.informational_months,
    });
    await this.touch(endpoint);
    return receipt;
  }

  /** Of a burst, the requests that ask while the same question is on its way wait for the same answer. */
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

function understand(
  endpoint: repo.EndpointRow,
  source: LeadSourceParts,
  payload: MarketplaceLead,
): ReceivedLead {
  const offer = endpoint.offer ?? undefined;
  const action = actionOf(payload.ActionCode) ?? actionOf(source.action);
  const isTest = isTestLead(payload);
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
  return {
    door: 'marketplace',
    route,
    qualification: 'Direct',
    leadType: 'Offer',
    callToAction: callToActionOf(action, route.offerId === null ? undefined : offer?.call_to_action),
    leadSource: source.storefront,
    offerName: source.offerName,
    offerTitle: payload.OfferTitle ?? (route.offerId === null ? null : (offer?.title ?? null)),
    isTest,
    ...customerOf(payload),
    message: payload.Description,
    consent: { contactAllowed: action?.contactAllowed ?? true, textVersion: 'given at the marketplace' },
    contactDirectly: false,
    sender: null,
    by: { kind: 'marketplace', personId: null, name: source.storefront ?? 'Marketplace' },
  };
}

function customerOf({
  UserDetails: user,
}: MarketplaceLead): Pick<ReceivedLead, 'customerName' | 'country' | 'contact'> {
  return {
    customerName: user?.Company ?? null,
    country: user?.Country ?? null,
    contact: {
      firstName: user?.FirstName ?? null,
      lastName: user?.LastName ?? null,
      title: user?.Title ?? null,
      email: user?.Email ?? null,
      phone: user?.Phone ?? null,
    },
  };
}
