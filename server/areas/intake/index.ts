export { intakeArea } from './area.ts';
export { IntakeService, type ReceivedLead, type RequestIdentity } from './intake.service.ts';
export { linkedEvents } from './linked-events.ts';
export { countSuspected } from './quarantine/quarantine.repo.ts';
export { Quarantine } from './quarantine/quarantine.service.ts';
export { routeLead } from './routing/routing.rules.ts';
export { countSentLeads, listSentLeads } from './sent-leads/sent-leads.repo.ts';
export { presentSentLead } from './sent-leads/sent-leads.service.ts';
