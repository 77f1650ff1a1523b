export { findAbsences, findWorkingDay, type KeptAbsence, listAbsences } from './absences.repo.ts';
export { workingTimeArea } from './area.ts';
export { findWorkingCalendar, unscopedListWorkingCalendars } from './working-calendar.repo.ts';
export { remindAt, reminderHours, respondBy, workingHoursBetween } from './working-calendar.rules.ts';
