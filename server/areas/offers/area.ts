import type { Area, AreaParts } from '../../platform/area.ts';
import { registerOfferRoutes } from './offers.routes.ts';
import { OffersService } from './offers.service.ts';

/** Offers: what partners list in storefronts, from the first draft until they stop it. */
export function offersArea({ config, clock, databases }: AreaParts): Area {
  return {
    serve: ({ app }) =>
      registerOfferRoutes(app, new OffersService(databases.general, clock, config.publicUrl)),
  };
}
