export { messagesArea } from './area.ts';
export { leadMails } from './notices/asked-again.service.ts';
export type { TellCustomer } from './notices/changes.service.ts';
export { dropNotices, listCustomerOutcomes } from './notices/notices.repo.ts';
export { toldEvents } from './notices/told-events.ts';
