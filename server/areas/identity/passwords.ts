import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { type Share, Turns } from '../../platform/turns.ts';
import { sentence } from './catalogue.ts';

// argon2id (the library's default) with OWASP's smallest recommended set: 19 MiB, two passes. Runs off the main thread.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * How many passwords are worked on at the same time: hashing is expensive on purpose, and other work must go on
 * meanwhile.
 */
export const passwordsAtOnce = Math.max(1, Math.floor(availableParallelism() / 2));

/** The queue for all work on passwords, wherever it comes from. */
export const passwordTurns = new Turns({
  waitMilliseconds: 10_000,
  refusal: sentence('limits.crowd'),
  retryAfterSeconds: 5,
});

/** The share that work on a password counts against. */
export const passwordShare: Share = { of: 'passwords', running: passwordsAtOnce, waiting: 200 };

/** argon2id, in the PHC string format (RFC 9106). @throws AppError too-many-requests */
export function hashPassword(password: string): Promise<string> {
  return passwordTurns.run([passwordShare], () => hash(password, options));
}

let decoy: Promise<string> | undefined;

/**
 * True when the password is right. Takes as long for an account without a password as for one with.
 * @throws AppError too-many-requests
 */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hash('no account has this password', options);
  const known = stored ?? (await decoy);
  const fits = await passwordTurns.run([passwordShare], () => verify(known, password));
  return stored !== null && fits;
}
