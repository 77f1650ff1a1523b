export { registerCalendarFeedRoutes } from './calendar-feed.routes.ts';
export { CalendarFeedService } from './calendar-feed.service.ts';
