import { aboutLeads, type OnLeadEvents } from '../change/follow-ups.ts';
import { shareOutLeads } from './sharing.jobs.ts';

/** Gives new leads to people by rule, from the first minute (WT-1). */
export const sharedEvents: OnLeadEvents = {
  'lead.received': [
    // Nobody has to answer informational leads, unrouted ones wait with the operator, and what was brought quietly tells
    // nobody anything.
    aboutLeads(shareOutLeads, {
      when: ({ received }) =>
        received?.isRouted === true && received.isActionable && !received.isQuiet && !received.isOver,
    }),
  ],
  'lead.routed': [aboutLeads(shareOutLeads)],
};
