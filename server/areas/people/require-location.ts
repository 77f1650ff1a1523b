import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';
import { listLocations } from './people.repo.ts';

/**
 * Passes when the location is one of the organization's, or none: the whole organization.
 * @throws AppError invalid-request
 */
export async function requireLocation(
  tx: Transaction,
  organizationId: string,
  locationId: string | null,
): Promise<void> {
  if (locationId === null) return;
  const locations = await listLocations(tx, organizationId);
  if (!locations.some(({ id }) => id === locationId))
    throw wrongValue('body.locationId', 'unknown_location', sentence('roles.foreignLocation'));
}
