import type { Area, AreaParts } from '../../platform/area.ts';
import { registerPolicyRoutes } from './periods.routes.ts';
import { PolicyService } from './periods.service.ts';

/** How long leads may wait, stay hot and be kept. */
export function periodsArea({ databases, clock }: AreaParts): Area {
  return { serve: ({ app }) => registerPolicyRoutes(app, new PolicyService(databases.general, clock)) };
}
