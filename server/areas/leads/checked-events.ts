import { aboutLeads, type OnLeadEvents } from './change/follow-ups.ts';
import { checkContact } from './contact-checks/contact-checks.jobs.ts';

/** Contacts are checked, and leads rated, also those without a contact. */
export const checkedEvents: OnLeadEvents = {
  'lead.received': [aboutLeads(checkContact)],
  // What was found out about the contact stayed behind with the operator.
  'lead.routed': [aboutLeads(checkContact)],
};
