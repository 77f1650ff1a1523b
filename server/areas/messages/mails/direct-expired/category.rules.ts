import { hasRole } from '../../../identity/index.ts';
import type { RequiredCategory } from '../../../mail/index.ts';

/** The setting for expired inquiries. */
export const directExpiredCategory: RequiredCategory<'direct-expired'> = {
  key: 'direct-expired',
  title: 'Unanswered inquiries',
  explanation: 'When a partner lets an inquiry of a customer expire.',
  concerns: (actor) => hasRole(actor, 'operator-admin'),
  requiredReason: 'The operator needs to know about customers who got no answer.',
};
