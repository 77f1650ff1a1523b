import type { ExportNews } from '../../leads/index.ts';
import { deleteNotificationsOf, insertNotifications } from './notifications.repo.ts';

const kinds = ['export-ready', 'export-failed'] as const;

/** Tells a person in their Action center how an export ended, once, and forgets it when they have the file (NT-5). */
export const exportNews: ExportNews = {
  tell: (tx, { exportId, ...owner }, ended, at) => {
    const facts =
      ended === 'broken' || ended === 'too-large'
        ? ({ kind: 'export-failed', failure: ended } as const)
        : ({ kind: 'export-ready', rows: ended.rows } as const);
    return insertNotifications(tx, [{ ...owner, leadId: null, occasion: exportId, facts }], at);
  },
  forget: (tx, { exportId, ...owner }) => deleteNotificationsOf(tx, owner, kinds, exportId),
};
