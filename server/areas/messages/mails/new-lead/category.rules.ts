import { hasRole } from '../../../identity/index.ts';
import type { RequiredCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for new leads, digests included. */
export const newLeadCategory: RequiredCategory<'new-lead'> = {
  key: 'new-lead',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) => actor.organizationKind === 'partner' && hasRole(actor, 'referrals-admin'),
  requiredReason: sentence('category.requiredReason'),
};
