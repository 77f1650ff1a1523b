import type { Area, AreaParts } from '../../platform/area.ts';
import { registerWorkingCalendarRoutes } from './working-calendar.routes.ts';
import { WorkingCalendarService } from './working-calendar.service.ts';

/** When organizations work. */
export function workingTimeArea({ databases, clock }: AreaParts): Area {
  return {
    serve: ({ app }) =>
      registerWorkingCalendarRoutes(app, new WorkingCalendarService(databases.general, clock)),
  };
}
