import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a link lets its holder do; a link for one purpose opens nothing else. */
export type LinkPurpose = 'join' | 'reset' | 'verify' | 'request';

const idBytes = 16;
const macBytes = 32;

/**
 * The token of a link: the id of its record and a signature (HMAC-SHA-256), URL-safe. The record says whether the link
 * is still valid; no stored value opens anything.
 */
export function signLink(secret: Buffer, purpose: LinkPurpose, id: string): string {
  return Buffer.concat([parse(id), macOf(secret, purpose, id)]).toString('base64url');
}

/** The id that a token was made for; undefined for any other text. */
export function readLink(secret: Buffer, purpose: LinkPurpose, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== idBytes + macBytes || bytes.toString('base64url') !== token) return undefined;
  const id = idOf(bytes.subarray(0, idBytes));
  if (id === undefined) return undefined;
  return timingSafeEqual(bytes.subarray(idBytes), macOf(secret, purpose, id)) ? id : undefined;
}

function idOf(bytes: Buffer): string | undefined {
  try {
    return stringify(bytes);
  } catch {
    // Not every sequence of 16 bytes is a UUID.
    return undefined;
  }
}

function macOf(secret: Buffer, purpose: LinkPurpose, id: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest();
}
