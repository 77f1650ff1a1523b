import { type MailKind, optionalMailCategories } from '../mail/lists.ts';

/** What people are told about a lead by email (NT-4): kinds of email that declare to be in the ledger. */
export const noticeKinds = [
  'new-lead',
  'expiring-soon',
  'team-assignment',
  'assignment',
  'unanswered',
  'mention',
  'sent-lead',
  'direct-expired',
  'customer',
] as const satisfies readonly MailKind[];
export type NoticeKind = (typeof noticeKinds)[number];

/** What a person may turn off: emails, and announcements in the Action center (NT-5). */
export const optionalCategories = [...optionalMailCategories, 'announcements'] as const;
export type OptionalCategory = (typeof optionalCategories)[number];

/** What the Action center asks someone to do; derived, so that an action disappears with its cause (NT-5). */
export const actionKinds = [
  'fix-address',
  'confirm-address',
  'route-leads',
  'decide-quarantine',
  'share-leads',
  'look-at-failed-mails',
  'fix-colleagues-addresses',
  'answer-lead',
  'next-step',
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionLevels = ['mandatory', 'recommended'] as const;
export type ActionLevel = (typeof actionLevels)[number];

/** How soon something has to be done: within a day, within three days, or later. */
export const actionUrgencies = ['now', 'soon', 'later'] as const;
export type ActionUrgency = (typeof actionUrgencies)[number];

export const notificationCategories = ['transactional', 'promotional'] as const;
export type NotificationCategory = (typeof notificationCategories)[number];

/** The events that the Action center reports (NT-5). */
export const notificationKinds = [
  'new-lead',
  'expiring-soon',
  'lead-expired',
  'team-assignment',
  'assignment',
  'unanswered',
  'mention',
  'sent-lead',
  'direct-expired',
  'export-ready',
  'export-failed',
  'announcement',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Which notifications are listed: `current` are those that are not archived. */
export const notificationStates = ['current', 'unread', 'archived'] as const;
export type NotificationState = (typeof notificationStates)[number];
