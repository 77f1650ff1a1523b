import { hash, verify } from '@node-rs/argon2';

// argon2id (the library's default) with OWASP's smallest recommended set: 19 MiB, two passes. Runs off the main thread.
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id, in the PHC string format (RFC 9106). */
export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let decoy: Promise<string> | undefined;

/** True when the password fits. Takes as long for an account without a password as for one with. */
export async function passwordFits(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const fits = await verify(stored ?? (await decoy), password);
  return stored !== null && fits;
}
