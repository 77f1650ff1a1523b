import type { Area, AreaParts } from '../../platform/area.ts';
import { registerAbsenceRoutes } from './absences.routes.ts';
import { AbsencesService } from './absences.service.ts';
import { registerWorkingCalendarRoutes } from './working-calendar.routes.ts';
import { WorkingCalendarService } from './working-calendar.service.ts';

/** When organizations work, and when their people are away. */
export function workingTimeArea({ databases, clock }: AreaParts): Area {
  const db = databases.general;
  return {
    serve: ({ app }) => {
      registerWorkingCalendarRoutes(app, new WorkingCalendarService(db, clock));
      registerAbsenceRoutes(app, new AbsencesService(db, clock));
    },
  };
}
