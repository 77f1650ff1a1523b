export { type AccessEntry, listAccess, recordAccess, recordRead } from './access-log.repo.ts';
export { clockworkJobs, clockworkSchedule } from './clockwork.jobs.ts';
export { ClockworkService } from './clockwork.service.ts';
export { LeadExportService } from './lead-export.ts';
export { registerLeadListRoutes } from './lead-list.routes.ts';
export { LeadListService } from './lead-list.service.ts';
export { lookupJobs } from './lead-lookup.jobs.ts';
export { nameLeads } from './lead-names.ts';
export { factsOf, type LeadDetailRow, type LeadRow } from './lead-row.ts';
export { type LeadScope, leadScopeOf, visibleTo } from './lead-scope.ts';
export { mayDo, rolesFor } from './leads.policy.ts';
export { findLead, insertEvent, listVisibleIds, newEvent, updateLead } from './leads.repo.ts';
export { registerLeadRoutes } from './leads.routes.ts';
export {
  contactWithheld,
  deadlinesOf,
  isActionable,
  type LifecycleFacts,
  nextState,
  type PolicyPeriods,
  stateAt,
  statusOf,
} from './leads.rules.ts';
export { LeadsService } from './leads.service.ts';
export { registerLiveRoutes } from './live.routes.ts';
export { LiveLeads } from './live.ts';
