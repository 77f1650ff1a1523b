export { quarantineJobs, quarantineSchedule } from './quarantine.jobs.ts';
export { registerQuarantineRoutes } from './quarantine.routes.ts';
export { type FormSubmission, Quarantine } from './quarantine.service.ts';
