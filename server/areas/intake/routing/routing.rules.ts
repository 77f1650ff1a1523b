/** What routing depends on. */
export interface RoutingFacts {
  /** The organization whose door the lead came through, or that its sender named. */
  readonly owner: {
    readonly organizationId: string;
    readonly isOperator: boolean;
    readonly defaultLocationId: string | null;
  };
  /** The offer that the lead names, as written; null when it names none. */
  readonly offerName: string | null;
  /** The offer that has this name, if there is one. */
  readonly offer:
    | {
        readonly organizationId: string;
        readonly id: string;
        readonly locationId: string | null;
        readonly defaultLocationId: string | null;
      }
    | undefined;
  /** The location that a profile page or a sender names. */
  readonly locationId: string | null;
  readonly isTest: boolean;
  /** Where unrouted leads are kept; null: nobody runs this installation for others. */
  readonly operatorOrganizationId: string | null;
}

/** Where a lead goes, and why, in a sentence that is stored with it (RT-1). */
export interface Route {
  readonly organizationId: string;
  readonly locationId: string | null;
  readonly offerId: string | null;
  readonly reason: string;
  /** false: it waits in the operator's queue of unrouted leads (IN-4). */
  readonly routed: boolean;
}

/**
 * RT-1: to the location that the profile page or the offer names, else to the default location. A lead for an offer
 * that the partner behind the door does not list is never lost and never reaches another partner: it waits with the
 * operator (IN-4).
 */
export function routeLead(facts: RoutingFacts): Route {
  const { owner, offer, offerName } = facts;
  const reachable =
    offer !== undefined && (owner.isOperator || offer.organizationId === owner.organizationId);
  if (reachable) return toOffer(facts, offer);
  if (owner.isOperator || (offerName !== null && !facts.isTest)) return unrouted(facts);
  return {
    organizationId: owner.organizationId,
    locationId: facts.locationId ?? owner.defaultLocationId,
    offerId: null,
    reason: reasonWithoutOffer(facts),
    routed: true,
  };
}

function toOffer(facts: RoutingFacts, offer: NonNullable<RoutingFacts['offer']>): Route {
  const locationId = facts.locationId ?? offer.locationId ?? offer.defaultLocationId;
  const reason = facts.locationId
    ? 'Sent to this location by the sender.'
    : offer.locationId
      ? `The offer ${facts.offerName} sends its leads here.`
      : `The offer ${facts.offerName} names no location, so its leads go to the default one.`;
  return { organizationId: offer.organizationId, locationId, offerId: offer.id, reason, routed: true };
}

function unrouted(facts: RoutingFacts): Route {
  const { owner, operatorOrganizationId } = facts;
  const reason =
    facts.offerName === null
      ? 'The lead names no offer, and the endpoint belongs to no single partner.'
      : `No partner lists the offer ${facts.offerName}.`;
  if (operatorOrganizationId !== null) {
    return { organizationId: operatorOrganizationId, locationId: null, offerId: null, reason, routed: false };
  }
  // A partner that runs Leadlight alone has no operator to ask: its leads stay with it.
  return {
    organizationId: owner.organizationId,
    locationId: owner.defaultLocationId,
    offerId: null,
    reason,
    routed: true,
  };
}

function reasonWithoutOffer(facts: RoutingFacts): string {
  if (facts.locationId) return 'Sent to this location by the profile page or the sender.';
  if (facts.isTest)
    return 'A test lead goes to the default location of the partner that the endpoint belongs to.';
  return 'The lead names no offer, so it goes to the default location of the partner that it was sent to.';
}
