export { workingTimeArea } from './area.ts';
export { findWorkingCalendar, unscopedListWorkingCalendars } from './working-calendar.repo.ts';
export { remindAt, reminderHours, respondBy } from './working-calendar.rules.ts';
