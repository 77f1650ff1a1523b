import { aboutEvents, aboutLeads, type LeadHappening, type OnLeadEvents } from '../../leads/index.ts';
import {
  remindOfLeads,
  tellArrival,
  tellEvents,
  tellExpired,
  tellFollowers,
  tellOfUnanswered,
} from './telling.jobs.ts';

const joinsSomebody = ({ changes }: LeadHappening) => changes.some(({ field }) => field === 'teamMemberIds');
const isGiven = ({ changes }: LeadHappening) =>
  changes.some(({ field, after }) => field === 'assignedTo' && after !== null);
const mentionsSomebody = ({ changes }: LeadHappening) => changes.some(({ field }) => field === 'mentioned');
const secondsBeforeExpiredAreTold = 60;

/**
 * Events that people are told about (NT-1, NT-3, LC-3, LC-4): senders, owners, teams, those who look after leads, the operator,
 * customers.
 */
export const toldEvents: OnLeadEvents = {
  'lead.received': [
    // Nobody is told about informational leads; unrouted ones are told to the partner that gets them (NT-1).
    aboutLeads(tellArrival, {
      when: ({ received }) =>
        received?.isRouted === true && received.isActionable && !received.isQuiet && !received.isOver,
    }),
  ],
  'lead.routed': [aboutLeads(tellArrival)],
  'lead.contact-checked': [aboutLeads(tellFollowers)],
  'lead.accepted': [aboutEvents(tellEvents)],
  'lead.edited': [aboutEvents(tellEvents, { when: joinsSomebody })],
  'lead.assigned': [aboutEvents(tellEvents, { when: isGiven })],
  'lead.activity-added': [aboutEvents(tellEvents, { when: mentionsSomebody })],
  'lead.activity-edited': [aboutEvents(tellEvents, { when: mentionsSomebody })],
  // Whom it mentions was not told if it was deleted at once; nobody is told twice.
  'lead.activity-restored': [aboutEvents(tellEvents)],
  'lead.declined': [aboutEvents(tellEvents)],
  'lead.won': [aboutEvents(tellEvents)],
  'lead.lost': [aboutEvents(tellEvents)],
  // Telling people about many leads that expired together must not delay recording the rest.
  'lead.expired': [aboutEvents(tellExpired, { afterSeconds: secondsBeforeExpiredAreTold })],
  'lead.reminder-due': [aboutLeads(remindOfLeads)],
  'lead.escalation-due': [aboutLeads(tellOfUnanswered)],
};
