import { hashPassword } from '../identity/index.ts';
import { requireGoodPassword } from './new-password.rules.ts';

/**
 * What is stored of a password that somebody chose; one that is easy to guess is refused before it costs a hash.
 * @throws AppError invalid-request, as {@link requireGoodPassword}
 */
export function hashGoodPassword(password: string, email: string): ReturnType<typeof hashPassword> {
  requireGoodPassword(password, email);
  return hashPassword(password);
}
