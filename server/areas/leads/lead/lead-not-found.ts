import { type AppError, notFound } from '../../../platform/errors.ts';

/** The same for a lead that does not exist and for one that the actor may not see (ID-3). */
export function leadNotFound(): AppError {
  return notFound('There is no lead with this id, or none that you may see.');
}
