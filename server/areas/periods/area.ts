import type { Area, AreaParts } from '../../platform/area.ts';
import { registerPeriodRoutes } from './periods.routes.ts';
import { PeriodsService } from './periods.service.ts';

/** How long leads may wait, stay hot and be kept. */
export function periodsArea({ databases, clock }: AreaParts): Area {
  return { serve: ({ app }) => registerPeriodRoutes(app, new PeriodsService(databases.general, clock)) };
}
