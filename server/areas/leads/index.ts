export { clockworkJobs, clockworkSchedule } from './clockwork/clockwork.jobs.ts';
export { ClockworkService } from './clockwork/clockwork.service.ts';
export { rememberCatchAllInDatabase } from './contact-checks/catch-all.repo.ts';
export { catchAllSchedule, contactCheckJobs } from './contact-checks/contact-checks.jobs.ts';
export {
  registerContactCheckRoutes,
  registerContactMarkRoutes,
} from './contact-checks/contact-checks.routes.ts';
export { ContactCheckService } from './contact-checks/contact-checks.service.ts';
export {
  type LeadPlace,
  listAddresses,
  unscopedListLeadsBeyondAscii,
} from './contact-checks/contact-marks.repo.ts';
export { ContactMarksService } from './contact-checks/contact-marks.service.ts';
export { LeadChecksService } from './contact-checks/lead-checks.service.ts';
export { registerDuplicateRoutes } from './duplicates/duplicates.routes.ts';
export { DuplicatesService } from './duplicates/duplicates.service.ts';
export { nameLeads } from './lead/lead-names.ts';
export { factsOf, type LeadDetailRow, type LeadRow } from './lead/lead-row.ts';
export { type LeadScope, leadScopeOf, visibleTo } from './lead/lead-scope.sql.ts';
export { mayDo } from './lead/leads.policy.ts';
export { findLead, insertEvent, listVisibleIds, newEvent, updateLead } from './lead/leads.repo.ts';
export { registerLeadRoutes } from './lead/leads.routes.ts';
export {
  contactWithheld,
  deadlinesOf,
  isActionable,
  type LifecycleFacts,
  nextState,
  type PolicyPeriods,
  stateAt,
  statusOf,
} from './lead/leads.rules.ts';
export { LeadsService } from './lead/leads.service.ts';
export { LeadExportService } from './list/lead-export.ts';
export { registerLeadListRoutes } from './list/lead-list.routes.ts';
export { LeadListService } from './list/lead-list.service.ts';
export { lookupJobs } from './list/lead-lookup.jobs.ts';
export { registerLiveRoutes } from './live/live.routes.ts';
export { LiveLeads } from './live/live.ts';
export { qualityJobs, trainingSchedule } from './rating/rating.jobs.ts';
export { registerQualityRoutes } from './rating/rating.routes.ts';
export { RatingService } from './rating/rating.service.ts';
export { type Train, TrainingService, trainFromDatabase } from './rating/training.service.ts';
