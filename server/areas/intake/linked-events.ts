import { aboutLeads, type OnLeadEvents } from '../leads/index.ts';
import { linkRepeats } from './intake.jobs.ts';

/** Looks for what the same customer asked before (IN-3). */
export const linkedEvents: OnLeadEvents = {
  'lead.received': [
    aboutLeads(linkRepeats, {
      when: ({ received }) => received?.hasEmail === true && received.isQuiet === undefined,
    }),
  ],
  // The customer may have asked this partner before: linked leads belong to one organization.
  'lead.routed': [aboutLeads(linkRepeats)],
};
