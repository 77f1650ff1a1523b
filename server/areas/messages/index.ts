export {
  countFailedMails,
  countUnroutedLeads,
  countWaitingLeads,
  listWaitingLeads,
  mostCounted,
} from './action-center/actions.repo.ts';
export { answerAction, failedMailDays } from './action-center/actions.rules.ts';
export { messagesArea } from './area.ts';
export { leadMails } from './notices/asked-again.service.ts';
export type { TellCustomer } from './notices/changes.service.ts';
export { dropNotices, listCustomerOutcomes } from './notices/notices.repo.ts';
export { toldEvents } from './notices/told-events.ts';
