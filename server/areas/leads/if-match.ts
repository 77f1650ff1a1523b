import { wrongValue } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';

/** The versions of which one must be the lead's; `any`: whatever it is. */
export type ExpectedVersions = readonly number[] | 'any';

/** One entity tag of a list (RFC 9110, 8.8.3), weak or not, with the comma or the end after it. */
const listed = /[ \t]*(?:(?:W\/)?"([^"]*)"[ \t]*)?(?:,|$)/y;

/**
 * The versions that If-Match names (RFC 9110, 13.1.1): a list of entity tags, or `*`. A weak tag counts as a strong
 * one: a proxy that compressed the answer made it weak, and the version is the same. A bare number is accepted, too.
 * @throws AppError invalid-request when the header names no version
 */
export function expectedVersions(header: string): ExpectedVersions {
  const given = header.trim();
  if (given === '*') return 'any';
  const tags = /^\d+$/.test(given) ? [given] : tagsOf(given);
  const versions = tags.filter((tag) => /^\d{1,9}$/.test(tag)).map(Number);
  if (versions.length === 0) throw wrongValue('headers.if-match', 'etag', sentence('version.foreign'));
  return versions;
}

/** The tags of a list without their quotes; none when it is malformed. */
function tagsOf(list: string): string[] {
  const tags: string[] = [];
  for (let at = 0; at < list.length; at = listed.lastIndex) {
    listed.lastIndex = at;
    const [whole, tag] = listed.exec(list) ?? [''];
    if (whole === '') return [];
    if (tag !== undefined) tags.push(tag);
  }
  return tags;
}
