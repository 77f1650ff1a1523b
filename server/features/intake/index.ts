export { ApiIntake } from './api-intake.service.ts';
export { intakeJobs } from './intake.jobs.ts';
export { registerIntakeRoutes } from './intake.routes.ts';
export { IntakeService, type ReceivedLead, type RequestIdentity } from './intake.service.ts';
export { MarketplaceIntake } from './marketplace.service.ts';
export { registerSentLeadRoutes } from './sent-leads.routes.ts';
export { SentLeads } from './sent-leads.service.ts';
export { registerUnroutedRoutes } from './unrouted.routes.ts';
export { UnroutedLeads } from './unrouted.service.ts';
