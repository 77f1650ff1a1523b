import { hasRole } from '../../../identity/index.ts';
import type { Category } from '../category.ts';

/** The setting for expired inquiries. */
export const directExpiredCategory: Category = {
  key: 'direct-expired',
  title: 'Unanswered inquiries',
  explanation: 'When a partner lets an inquiry of a customer expire.',
  channel: 'mail',
  concerns: (actor) => hasRole(actor, 'operator-admin'),
  requiredReason: 'The operator needs to know about customers who got no answer.',
};
