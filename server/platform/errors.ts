import { type ErrorCode, errorCodes, type ProblemIssue, type Whose } from '../../contract/errors.ts';

export interface AppErrorDetails {
  readonly issues?: readonly ProblemIssue[];
  /** How many values are wrong, when not all of them are in `issues`. */
  readonly issueCount?: number;
  readonly retryAfterSeconds?: number;
  readonly current?: unknown;
  readonly changes?: readonly unknown[];
  readonly session?: Whose;
}

/** An error that the caller can understand and act on; becomes problem+json (RFC 9457). */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;

  /** @param detail one sentence that names what is wrong and what to do; never a contact detail */
  constructor(code: ErrorCode, detail: string, details: AppErrorDetails = {}) {
    super(detail);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

/** What may not be seen answers exactly like what does not exist (ID-3). */
export function notFound(what = 'There is nothing at this address, or nothing that you may see.'): AppError {
  return new AppError('not-found', what);
}

/** One wrong value found by a rule rather than by the contract. */
export function wrongValue(path: string, rule: string, message: string): AppError {
  return new AppError('invalid-request', `${path} ${message}.`, { issues: [{ path, rule, message }] });
}
