import { hasRole } from '../../../identity/index.ts';
import type { RequiredCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for expired inquiries. */
export const directExpiredCategory: RequiredCategory<'direct-expired'> = {
  key: 'direct-expired',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) => hasRole(actor, 'operator-admin'),
  requiredReason: sentence('category.requiredReason'),
};
