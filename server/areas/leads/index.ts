export { findMentioned } from './activities/activities.repo.ts';
export { leadsArea } from './area.ts';
export type { BroughtLead } from './change/bring-leads.repo.ts';
export { type Arrival, LeadChanges, type LeadInBatch } from './change/change-lead.ts';
export {
  aboutEvents,
  aboutLeads,
  FollowUps,
  type LeadHappening,
  type OnLeadEvents,
} from './change/follow-ups.ts';
export { type PlannedChange, planEdit, planErrorClosure } from './change/lead-changes.ts';
export { leadlight, newEvent } from './change/lead-events.ts';
export type { NewLead, NewReceipt } from './change/receive-leads.repo.ts';
export { leadsReceived } from './change/received.metrics.ts';
export { checkedEvents } from './checked-events.ts';
export { tickClockwork } from './clockwork/clockwork.jobs.ts';
export { Pace } from './clockwork/clockwork-pace.ts';
export { timeRead } from './clockwork/time-read.ts';
export { checkContact } from './contact-checks/contact-checks.jobs.ts';
export {
  type LeadPlace,
  listAddresses,
  setAddressesRead,
  unscopedListLeadsBeyondAscii,
} from './contact-checks/contact-marks.repo.ts';
export type { ExportNews } from './exports/export-news.ts';
export { type DueStep, listDueSteps, readStepClock } from './lead/due-steps.ts';
export { nameLeads } from './lead/lead-names.ts';
export { leadNotFound } from './lead/lead-not-found.ts';
export { listReaders } from './lead/lead-readers.repo.ts';
export { factsOf, type LeadColumnsRow, type LeadDetailRow, type LeadRow } from './lead/lead-row.ts';
export {
  isOwn,
  type LeadScope,
  leadScopeOf,
  scopeOfGrants,
  visibleTo,
  wholeOrganization,
} from './lead/lead-scope.sql.ts';
export { mayDo } from './lead/leads.policy.ts';
export { findLead, listLeads, listVisibleIds } from './lead/leads.repo.ts';
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
export { nextStepOf, type StepClock, stepDueAt } from './lead/next-step.rules.ts';
export {
  type CustomerRow,
  customerColumns,
  customerShown,
  recordContactsInPlace,
} from './lead/shown-customer.ts';
export { isUnrouted } from './lead/unrouted.sql.ts';
export { csvLine, utf8Mark } from './list/csv.ts';
export { exportWordsInAll } from './list/export-words/export-words.ts';
export { RatingService } from './rating/rating.service.ts';
export { type Train, TrainingService, trainFromDatabase } from './rating/training.service.ts';
export { findEscalation } from './sharing/escalation.repo.ts';
export { sharedEvents } from './sharing/shared-events.ts';
export { countLeadsToShare } from './sharing/sharing.repo.ts';
export { findFollowedLeads } from './views/followed-leads.ts';
