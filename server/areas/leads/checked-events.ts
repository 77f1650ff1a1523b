import { aboutLeads, type OnLeadEvents } from './change/follow-ups.ts';
import { checkContact } from './contact-checks/contact-checks.jobs.ts';

/** Checks contacts and rates leads, also those without a contact. */
export const checkedEvents: OnLeadEvents = {
  'lead.received': [aboutLeads(checkContact, { when: ({ received }) => received?.isOver !== true })],
  // What was found out about the contact stayed with the operator.
  'lead.routed': [aboutLeads(checkContact)],
};
