import type { OfferForIntake } from '../organizations/index.ts';
import type { RoutingFacts } from './routing/routing.rules.ts';

/** The offer that a door found, as routing needs it (RT-1). */
export function routableOffer(offer: OfferForIntake | undefined): RoutingFacts['offer'] {
  return (
    offer && {
      organizationId: offer.organization_id,
      id: offer.id,
      locationId: offer.location_id,
      defaultLocationId: offer.default_location_id,
    }
  );
}
