import { createHash } from 'node:crypto';
import type { IntakeReceipt, LeadCreate } from '../../../../contract/intake/intake.ts';
import type { CallToAction, Qualification } from '../../../../contract/leads/lists.ts';
import { oneOf } from '../../../../contract/sentences.ts';
import { hashJson } from '../../../platform/canonical-json.ts';
import { type Db, inOrganization } from '../../../platform/database/database.ts';
import { AppError, wrongValue } from '../../../platform/errors.ts';
import { type Actor, hasRole, notAllowed, requirePermission } from '../../identity/index.ts';
import {
  findOperator,
  findOrganization,
  foreignLocation,
  listLocations,
  noPartner,
  type OfferForIntake,
  unscopedFindOffer,
} from '../../organizations/index.ts';
import type { IntakeService, ReceivedLead } from '../intake.service.ts';
import { routableOffer } from '../routable-offer.ts';
import { routeLead } from '../routing/routing.rules.ts';
import { sentence } from './catalogue.ts';
import { splitOfferName } from './marketplace.rules.ts';

interface Target {
  readonly organizationId: string;
  readonly isOperator: boolean;
  readonly defaultLocationId: string | null;
}

/** The door of sellers, marketers and programs (IN-1). */
export class ApiIntake {
  constructor(
    private readonly db: Db,
    private readonly intake: IntakeService,
  ) {}

  /** @throws AppError not-allowed, invalid-request, idempotency-key-reused */
  async take(actor: Actor, body: LeadCreate, idempotencyKey: string | undefined): Promise<IntakeReceipt> {
    requirePermission(actor, 'createLeads');
    const qualification = qualificationOf(actor, body);
    const target = await this.targetOf(actor, body);
    const offer = await this.findOffer(actor, body, target);
    const operator = await findOperator(this.db);
    const offerName = body.offerId?.toLowerCase() ?? null;
    const route = routeLead({
      owner: target,
      offerName,
      offer: routableOffer(offer),
      locationId: body.locationId ?? null,
      isTest: body.isTest,
      operatorOrganizationId: operator?.id ?? null,
    });
    const received: ReceivedLead = {
      door: 'api',
      route,
      qualification,
      leadType: offerName === null ? 'Profile' : 'Offer',
      callToAction: callToActionOf(qualification, body),
      leadSource: qualification === 'Direct' ? body.leadSource : null,
      referralProgram: qualification === 'Direct' ? null : body.referralProgram,
      offerName,
      offerTitle: offer?.title ?? null,
      isTest: body.isTest,
      customerName: body.customerName,
      country: body.country,
      contact: body.contact,
      message: body.message,
      consent: {
        contactAllowed: body.contactAllowed,
        textVersion: `stated by ${actor.kind === 'person' ? 'the sender' : 'the sending program'}`,
      },
      contactDirectly: body.contactDirectly,
      estimatedPurchaseDate: body.estimatedPurchaseDate,
      sender: senderOf(actor, qualification),
      by: actor,
    };
    return this.intake.receive(
      received,
      idempotencyKey === undefined ? undefined : this.identityOf(actor, body, idempotencyKey),
    );
  }

  private identityOf(actor: Actor, body: LeadCreate, key: string) {
    const sender = actor.kind === 'person' ? actor.personId : actor.tokenId;
    return {
      organizationId: actor.organizationId,
      door: 'api',
      key: createHash('sha256').update(sender).update('\0').update(key).digest(),
      requestHash: hashJson(body),
    };
  }

  /** The partner that gets the lead; a partner's own programs need not name it. */
  private async targetOf(actor: Actor, body: LeadCreate): Promise<Target> {
    const own = actor.organizationKind === 'partner';
    if (own && body.organizationId !== undefined && body.organizationId !== actor.organizationId) {
      throw wrongValue('body.organizationId', 'own-organization', sentence('target.ownOnly'));
    }
    const organizationId = own ? actor.organizationId : body.organizationId;
    if (organizationId === undefined)
      throw wrongValue('body.organizationId', 'required', sentence('target.needed'));
    const organization = await findOrganization(this.db, organizationId);
    if (organization?.kind !== 'partner') throw noPartner();
    const locations = await inOrganization(this.db, { organizationId }, (tx) =>
      listLocations(tx, organizationId),
    );
    if (body.locationId !== undefined && !locations.some((one) => one.id === body.locationId)) {
      throw foreignLocation();
    }
    const defaultLocationId = locations.find((one) => one.is_default)?.id ?? null;
    return { organizationId, isOperator: false, defaultLocationId };
  }

  /** People can correct an unknown offer; a program's lead goes to the operator instead (IN-4). */
  private async findOffer(
    actor: Actor,
    body: LeadCreate,
    target: Target,
  ): Promise<OfferForIntake | undefined> {
    if (body.offerId === null) return undefined;
    const named = splitOfferName(body.offerId.toLowerCase());
    const offer = named && (await unscopedFindOffer(this.db, named.publisherId, named.offerKey));
    const listed = offer?.organization_id === target.organizationId ? offer : undefined;
    if (!listed && actor.kind === 'person')
      throw wrongValue('body.offerId', 'known-offer', sentence('target.foreignOffer'));
    return listed;
  }
}

/**
 * Sellers send sales-qualified leads, marketers marketing-qualified ones, a partner's programs direct inquiries (§ 1).
 */
function sendable(actor: Actor): Qualification[] {
  if (actor.organizationKind === 'partner') return ['Direct'];
  if (actor.kind === 'token') return ['SalesQualified', 'MarketingQualified'];
  const kinds: Qualification[] = hasRole(actor, 'seller') ? ['SalesQualified'] : [];
  return hasRole(actor, 'marketer') ? [...kinds, 'MarketingQualified'] : kinds;
}

function qualificationOf(actor: Actor, body: LeadCreate): Qualification {
  const may = sendable(actor);
  const [first, second] = may;
  if (first === undefined) throw notAllowed(['seller', 'marketer'], actor);
  if (body.qualification === undefined) {
    if (second === undefined) return first;
    throw wrongValue(
      'body.qualification',
      'required',
      sentence('qualification.needed', { kinds: oneOf(may) }),
    );
  }
  if (may.includes(body.qualification)) return body.qualification;
  throw new AppError(
    'not-allowed',
    sentence('qualification.other', { kinds: oneOf(may), wanted: body.qualification }),
  );
}

function callToActionOf(qualification: Qualification, body: LeadCreate): CallToAction | null {
  if (qualification !== 'Direct') return null;
  return body.offerId === null ? 'ContactMe' : (body.callToAction ?? 'ContactMe');
}

function senderOf(actor: Actor, qualification: Qualification): ReceivedLead['sender'] {
  if (qualification === 'Direct') return null;
  return {
    organizationId: actor.organizationId,
    organizationName: actor.organizationName,
    personId: actor.personId,
    name: actor.name,
  };
}
