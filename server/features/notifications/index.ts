export { ArrivalNotices } from './arrivals.service.ts';
export { askAboutLeads } from './asked-again.service.ts';
export { ChangeNotices, type CustomerOutcome } from './changes.service.ts';
export { registerLeadNoticeRoutes } from './lead-notices.routes.ts';
export { LeadNoticesService } from './lead-notices.service.ts';
export { dropNotices, listCustomerOutcomes } from './notices.repo.ts';
export { digestSchedule, notificationJobs } from './notifications.jobs.ts';
export { registerPreferenceRoutes } from './preferences.routes.ts';
export { PreferencesService } from './preferences.service.ts';
