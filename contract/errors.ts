import { z } from 'zod';

/**
 * Every error code of the API, with its HTTP status and title. Each has a page `docs/errors/<code>.md`,
 * and `type` in the answer is the address of that page (RFC 9457).
 */
export const errorCodes = {
  'invalid-request': { status: 400, title: 'The request has wrong or missing values' },
  'malformed-json': { status: 400, title: 'The body is not JSON' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this list' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'The email address or the password is wrong' },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here, or nothing you may see' },
  'other-session': { status: 409, title: 'This page was opened for somebody else, or another organization' },
  'settings-changed': { status: 409, title: 'The settings were changed by someone else' },
  'already-there': { status: 409, title: 'That already exists' },
  'limit-reached': { status: 409, title: 'The limit is reached' },
  'last-admin': { status: 409, title: 'An organization needs someone who can manage it' },
  'lead-changed': { status: 409, title: 'The lead was changed by someone else' },
  'action-not-possible': { status: 409, title: 'The lead is not in a state that allows this' },
  'idempotency-key-reused': { status: 409, title: 'The idempotency key was used for another request' },
  'link-over': { status: 410, title: 'The link no longer works' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The body has an unsupported type' },
  'precondition-required': { status: 428, title: 'Say which version you are changing' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;
export const errorCodeNames = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** One wrong value: where it stands (JSON path, `$` is the body) and what is wrong with it. Never the value itself. */
export const problemIssue = z.object({
  path: z.string().describe('JSON path of the value; starts with body, query, params or headers'),
  message: z.string(),
  rule: z.string().describe('The rule that was broken, for machines'),
});
export type ProblemIssue = z.infer<typeof problemIssue>;

/** Whose a page, a request or a session is. */
export const whose = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  organization: z.object({ id: z.string(), name: z.string() }),
});
export type Whose = z.infer<typeof whose>;

/** The body of every answer of 400 and above: RFC 9457 problem+json. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(errorCodeNames),
    detail: z.string(),
    requestId: z.string(),
    issues: z.array(problemIssue).max(20).optional().describe('At most 20 of what is wrong'),
    issueCount: z.number().int().optional().describe('How many values are wrong, when more than 20 are'),
    retryAfterSeconds: z.number().int().optional(),
    current: z.unknown().optional().describe('With 409: the lead, or the settings, as they are now'),
    changes: z
      .array(z.unknown())
      .optional()
      .describe('With 409: what happened since the version you had, at most the latest 100 events'),
    session: whose.optional().describe('With other-session: whose the session is now'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
