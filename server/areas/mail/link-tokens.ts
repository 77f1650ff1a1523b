import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** What a link lets its holder do; a link of one purpose opens nothing of another. */
export type LinkPurpose = 'join' | 'reset' | 'verify' | 'request';

const idBytes = 16;
const macBytes = 32;

/**
 * The token of a link: the id of its record and a signature (HMAC-SHA-256), in URL-safe letters. The record says
 * whether the link still counts; nothing that opens a door is stored.
 */
export function signLink(secret: Buffer, purpose: LinkPurpose, id: string): string {
  return Buffer.concat([parse(id), macOf(secret, purpose, id)]).toString('base64url');
}

/** The id that a token was made for; undefined for every other text. */
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
    // Not every 16 bytes are a UUID.
    return undefined;
  }
}

function macOf(secret: Buffer, purpose: LinkPurpose, id: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}:${id}`).digest();
}
