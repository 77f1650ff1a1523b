import { hasRole } from '../../../identity/index.ts';
import type { OptionalCategory } from '../../../mail/index.ts';
import { sentence } from './catalogue.ts';

/** The setting for sent leads. */
export const sentLeadCategory: OptionalCategory<'sent-lead'> = {
  key: 'sent-lead',
  title: sentence('category.title'),
  explanation: sentence('category.explanation'),
  concerns: (actor) => hasRole(actor, 'seller', 'marketer'),
};
