import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id: UUIDv7 (RFC 9562), so that ids sort by creation time. */
export function newId(): string {
  return v7();
}

/** A secret of 256 random bits in URL-safe characters, with a prefix that tells people and scanners what it is. */
export function newSecret(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`;
}

/** The stored form of full-entropy secrets, also for lookups: SHA-256, never the secret itself. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
