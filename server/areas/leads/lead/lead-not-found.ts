import { type AppError, notFound } from '../../../platform/errors.ts';
import { sentence } from './catalogue.ts';

/** The same error for a lead that does not exist and for one that the actor may not see (ID-3). */
export function leadNotFound(): AppError {
  return notFound(sentence('notFound'));
}
