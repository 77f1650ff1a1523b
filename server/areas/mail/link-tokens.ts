import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a link lets its holder do; a link for one purpose opens nothing else. */
export type LinkPurpose = 'join' | 'reset' | 'verify' | 'request' | 'contact';

const idBytes = 16;
const macBytes = 32;

/**
 * The token of a link: the id of its record and a signature (HMAC-SHA-256), URL-safe. The record says whether the link
 * is still valid; no stored value opens anything.
 */
export function signLink(secret: Buffer, purpose: LinkPurpose, id: string): string {
  return Buffer.concat([parse(id), macOf(secret, `${purpose}:${id}`)]).toString('base64url');
}

/** The id that a token was made for; undefined for any other text. */
export function readLink(secret: Buffer, purpose: LinkPurpose, token: string): string | undefined {
  const bytes = bytesOf(token, idBytes + macBytes);
  const id = bytes && idOf(bytes.subarray(0, idBytes));
  if (!bytes || id === undefined) return undefined;
  return timingSafeEqual(bytes.subarray(idBytes), macOf(secret, `${purpose}:${id}`)) ? id : undefined;
}

/** What a token of that length says; undefined for any other text, also one that merely decodes to the same. */
function bytesOf(token: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === length && bytes.toString('base64url') === token ? bytes : undefined;
}

function idOf(bytes: Buffer): string | undefined {
  try {
    return stringify(bytes);
  } catch {
    // Not every sequence of 16 bytes is a UUID.
    return undefined;
  }
}

/** The signature of what a link says (HMAC-SHA-256). */
function macOf(secret: Buffer, said: string): Buffer {
  return createHmac('sha256', secret).update(said).digest();
}

/** What a link turns off: emails of one kind to a person, as a member of one organization. */
export interface TurnsOff {
  readonly personId: string;
  readonly organizationId: string;
  readonly category: string;
}

/**
 * The token of a link that turns emails off: it needs no record, so it works for as long as the email is kept. The
 * category is only in the signature; there are few, so whoever reads the token tries each.
 */
export function signTurnsOff(secret: Buffer, link: TurnsOff): string {
  const ids = [parse(link.personId), parse(link.organizationId)];
  return Buffer.concat([...ids, macOf(secret, wordsOf(link))]).toString('base64url');
}

/** What a token turns off, if it is one of these categories; undefined for any other text. */
export function readTurnsOff<Category extends string>(
  secret: Buffer,
  categories: readonly Category[],
  token: string,
): (TurnsOff & { readonly category: Category }) | undefined {
  const bytes = bytesOf(token, 2 * idBytes + macBytes);
  if (!bytes) return undefined;
  const personId = idOf(bytes.subarray(0, idBytes));
  const organizationId = idOf(bytes.subarray(idBytes, 2 * idBytes));
  if (personId === undefined || organizationId === undefined) return undefined;
  const mac = bytes.subarray(2 * idBytes);
  return categories
    .map((category) => ({ personId, organizationId, category }))
    .find((link) => timingSafeEqual(mac, macOf(secret, wordsOf(link))));
}

// No purpose of a link is called like this, so neither signature passes for the other.
const wordsOf = ({ personId, organizationId, category }: TurnsOff) =>
  `unsubscribe:${personId}:${organizationId}:${category}`;
