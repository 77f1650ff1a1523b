import type { Area, AreaParts } from '../../platform/area.ts';
import { registerHomeRoutes } from './home.routes.ts';
import { HomeService } from './home.service.ts';

/** The home page: what each role has to look at, in one answer. */
export function homeArea({ config, clock, databases }: AreaParts): Area {
  return {
    serve: ({ app }) =>
      registerHomeRoutes(app, new HomeService(databases.general, clock, config.mail !== undefined)),
  };
}
