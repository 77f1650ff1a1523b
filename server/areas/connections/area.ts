import type { Area, AreaParts } from '../../platform/area.ts';
import { registerCalendarFeedRoutes } from './calendar-feed/calendar-feed.routes.ts';
import { CalendarFeedService } from './calendar-feed/calendar-feed.service.ts';

/** What other programs read from Leadlight: calendars. */
export function connectionsArea({ config, clock, databases }: AreaParts): Area {
  return {
    serve: ({ app }) =>
      registerCalendarFeedRoutes(app, new CalendarFeedService(databases.general, clock, config.publicUrl)),
  };
}
