import { AppError } from '../../platform/errors.ts';
import { type Actor, hasPermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';

/** Returned emails are reported by a program of the operator. @throws AppError not-allowed */
export function requireBounceReporter(actor: Actor): void {
  if (hasPermission(actor, 'reportReturnedMail')) return;
  throw new AppError('not-allowed', sentence('reporterOnly'));
}
