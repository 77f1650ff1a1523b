export { messagesArea } from './area.ts';
export { leadMails } from './telling/asked-again.service.ts';
export type { TellCustomer } from './telling/changes.service.ts';
export { dropNotices, listCustomerOutcomes } from './telling/notices.repo.ts';
export { toldEvents } from './telling/told-events.ts';
