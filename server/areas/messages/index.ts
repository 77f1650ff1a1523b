export {
  countFailedMails,
  countWaitingLeads,
  listWaitingLeads,
  mostCounted,
} from './action-center/actions.repo.ts';
export { answerAction, failedMailDays } from './action-center/actions.rules.ts';
export { exportNews } from './action-center/export-news.ts';
export { messagesArea } from './area.ts';
export { leadMails } from './telling/asked-again.service.ts';
export type { TellCustomer } from './telling/changes.service.ts';
export { dropNotices, listCustomerOutcomes } from './telling/notices.repo.ts';
export { toldEvents } from './telling/told-events.ts';
export {
  type OpenedUnsubscribe,
  type UnsubscribeView,
  Unsubscribing,
} from './telling/unsubscribing.service.ts';
