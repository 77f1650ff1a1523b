export { quarantineJobs, quarantineSchedule } from './quarantine.jobs.ts';
export { countSuspected } from './quarantine.repo.ts';
export { registerQuarantineRoutes } from './quarantine.routes.ts';
export { Quarantine } from './quarantine.service.ts';
