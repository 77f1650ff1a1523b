import { AppError, wrongValue } from '../errors.ts';
import { sentence } from './catalogue.ts';

/** The entity tag of a revision of settings, as in the `ETag` header. */
export function revisionTag(revision: string | null): string {
  return `"${revision ?? 'none'}"`;
}

/**
 * Admits a change of settings that names the current revision, or none (RFC 9110, `If-Match`).
 * @param header undefined or `*`: whatever the settings are
 * @throws AppError settings-changed with the current settings, invalid-request
 */
export function requireRevision(header: string | undefined, present: string | null, current: unknown): void {
  if (header === undefined || header.trim() === '*') return;
  const tags = header.match(/"[^"]*"/g);
  if (!tags || header.replace(/"[^"]*"|[\s,]/g, '') !== '')
    throw wrongValue('headers.if-match', 'etag', sentence('faults.foreignTag'));
  if (tags.includes(revisionTag(present))) return;
  throw new AppError('settings-changed', sentence('request.settingsChanged'), { current });
}
