import { AppError } from '../../platform/errors.ts';
import { type Actor, hasPermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';

/** Mail that came back is reported by a program of the operator's. @throws AppError not-allowed */
export function requireBounceReporter(actor: Actor): void {
  if (hasPermission(actor, 'reportReturnedMail')) return;
  throw new AppError('not-allowed', sentence('reporterOnly'));
}
