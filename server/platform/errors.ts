import { type ErrorCode, errorCodes, type ProblemIssue, type Whose } from '../../contract/errors.ts';
import type { Sentence } from '../../contract/sentences.ts';
import { sentence } from './catalogue.ts';

/** One wrong value, before it is known who reads of it. */
export interface WrongValue extends Omit<ProblemIssue, 'message'> {
  readonly message: Sentence;
}

export interface AppErrorDetails {
  readonly issues?: readonly WrongValue[];
  /** How many values are wrong, when not all of them are in `issues`. */
  readonly issueCount?: number;
  readonly retryAfterSeconds?: number;
  readonly current?: unknown;
  readonly changes?: readonly unknown[];
  readonly session?: Whose;
}

/** An error that the caller can understand and act on; becomes problem+json (RFC 9457) in the caller's language. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;
  /** What the caller reads; `message` is its English text, for logs. */
  readonly detail: Sentence;

  /** @param detail names what is wrong and what to do; never a contact detail */
  constructor(code: ErrorCode, detail: Sentence, details: AppErrorDetails = {}) {
    super(String(detail));
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
    this.details = details;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

/** What may not be seen answers exactly like what does not exist (ID-3). */
export function notFound(what: Sentence = sentence('nothingHere')): AppError {
  return new AppError('not-found', what);
}

/**
 * One wrong value found by a rule rather than by the contract.
 * @param fault what is wrong with it, without naming it: “is missing”
 */
export function wrongValue(path: string, rule: string, fault: Sentence): AppError {
  return new AppError('invalid-request', sentence('wrongValue', { path, fault }), {
    issues: [{ path, rule, message: fault }],
  });
}

/** A cursor that was not made by the list that it is sent to. */
export function foreignCursor(): AppError {
  return new AppError('invalid-cursor', sentence('foreignCursor'));
}
