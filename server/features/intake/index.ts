export { ApiIntake } from './api-intake.service.ts';
export { hashJson } from './canonical-json.ts';
export { intakeJobs } from './intake.jobs.ts';
export { registerIntakeRoutes } from './intake.routes.ts';
export { IntakeService, type ReceivedLead, type RequestIdentity } from './intake.service.ts';
export { MarketplaceIntake } from './marketplace.service.ts';
export { registerSentLeadRoutes, SentLeads } from './sent-leads.ts';
export { registerUnroutedRoutes, UnroutedLeads } from './unrouted.service.ts';
