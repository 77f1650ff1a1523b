import { AppError, wrongValue } from '../../platform/errors.ts';

/** The shortest password that is taken; without other demands, because length is what counts (NIST SP 800-63B). */
export const shortestPassword = 12;

/**
 * Refuses passwords that are easily guessed: short ones, one letter again and again, and the account's own address.
 * @throws AppError invalid-request
 */
export function requireGoodPassword(password: string, email: string): void {
  const problem = findProblem(password, email);
  if (problem) throw wrongValue('body.password', problem.rule, problem.message);
}

function findProblem(password: string, email: string): { rule: string; message: string } | undefined {
  if ([...password].length < shortestPassword)
    return { rule: 'too_small', message: `must have ${shortestPassword} characters or more` };
  if (new Set(password).size < 4)
    return { rule: 'too_simple', message: 'must not be the same few characters again and again' };
  if (password.toLowerCase() === email.toLowerCase())
    return { rule: 'same_as_email', message: 'must not be the email address' };
  return undefined;
}

/** What a new account needs. @throws AppError invalid-request naming everything that is missing */
export function requireNewAccount(given: { name?: string; password?: string }): {
  name: string;
  password: string;
} {
  const { name, password } = given;
  const missing = [...(name === undefined ? ['name'] : []), ...(password === undefined ? ['password'] : [])];
  if (name !== undefined && password !== undefined) return { name, password };
  throw new AppError('invalid-request', `A new account needs a ${missing.join(' and a ')}.`, {
    issues: missing.map((field) => ({ path: `body.${field}`, rule: 'required', message: 'is needed' })),
  });
}
