export { registerCalendarFeedRoutes } from './calendar-feed/calendar-feed.routes.ts';
export { CalendarFeedService } from './calendar-feed/calendar-feed.service.ts';
