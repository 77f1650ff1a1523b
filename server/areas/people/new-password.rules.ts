import { fault } from '../../../contract/faults/catalogue.ts';
import { shortestPassword } from '../../../contract/people/lists.ts';
import type { Sentence } from '../../../contract/sentences.ts';
import { AppError, wrongValue } from '../../platform/errors.ts';
import { sentence } from './catalogue.ts';

/**
 * Refuses passwords that are easy to guess: short ones, one repeated letter, and the account's own address.
 * @throws AppError invalid-request
 */
export function requireGoodPassword(password: string, email: string): void {
  const found = findFault(password, email);
  if (found) throw wrongValue('body.password', ...found);
}

function findFault(password: string, email: string): [rule: string, fault: Sentence] | undefined {
  if ([...password].length < shortestPassword)
    return ['too_small', fault('password.tooShort', { least: shortestPassword })];
  if (new Set(password).size < 4) return ['too_simple', sentence('password.tooSimple')];
  if (password.toLowerCase() === email.toLowerCase()) return ['same_as_email', sentence('password.isEmail')];
  return undefined;
}

/**
 * The name and password that a new account needs. @throws AppError invalid-request naming everything that is missing
 */
export function requireNewAccount(given: { name?: string; password?: string }): {
  name: string;
  password: string;
} {
  const { name, password } = given;
  if (name !== undefined && password !== undefined) return { name, password };
  const missing = [...(name === undefined ? ['name'] : []), ...(password === undefined ? ['password'] : [])];
  const lacks = missing.length > 1 ? 'Both' : name === undefined ? 'Name' : 'Password';
  throw new AppError('invalid-request', sentence(`newAccount.lacks${lacks}`), {
    issues: missing.map((field) => ({
      path: `body.${field}`,
      rule: 'required',
      message: sentence('newAccount.isNeeded'),
    })),
  });
}
