export { findWorkingCalendar, unscopedListWorkingCalendars } from './working-calendar.repo.ts';
export { registerWorkingCalendarRoutes } from './working-calendar.routes.ts';
export { remindAt, reminderHours, respondBy } from './working-calendar.rules.ts';
export { WorkingCalendarService } from './working-calendar.service.ts';
