import { type AppError, wrongValue } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';

/** The body's `organizationId` names no partner of this installation. */
export function noPartner(): AppError {
  return wrongValue('body.organizationId', 'known-partner', sentence('noPartner'));
}

/** The body's `locationId` names no location of the partner. */
export function foreignLocation(): AppError {
  return wrongValue('body.locationId', 'known-location', sentence('foreignLocation'));
}
