import { z } from 'zod';

/**
 * Every error code of the API, with its HTTP status. Each has a page `docs/errors/<code>.md`,
 * and `type` in the answer is the address of that page (RFC 9457).
 */
export const errorCodes = {
  'invalid-request': { status: 400 },
  'malformed-json': { status: 400 },
  'invalid-cursor': { status: 400 },
  'not-signed-in': { status: 401 },
  'wrong-credentials': { status: 401 },
  'cross-site-request': { status: 403 },
  'not-allowed': { status: 403 },
  'not-found': { status: 404 },
  'other-session': { status: 409 },
  'settings-changed': { status: 409 },
  'already-there': { status: 409 },
  'limit-reached': { status: 409 },
  'last-admin': { status: 409 },
  'lead-changed': { status: 409 },
  'activity-changed': { status: 409 },
  'profile-changed': { status: 409 },
  'count-changed': { status: 409 },
  'action-not-possible': { status: 409 },
  'idempotency-key-reused': { status: 409 },
  'link-over': { status: 410 },
  'body-too-large': { status: 413 },
  'unsupported-media-type': { status: 415 },
  'precondition-required': { status: 428 },
  'too-many-requests': { status: 429 },
  internal: { status: 500 },
  unavailable: { status: 503 },
} as const satisfies Record<string, { status: number }>;

export type ErrorCode = keyof typeof errorCodes;
export const errorCodeNames = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** One wrong value: where it is (JSON path, `$` is the body) and what is wrong with it. Never the value itself. */
export const problemIssue = z.object({
  path: z.string().describe('JSON path of the value; starts with body, query, params or headers'),
  message: z.string(),
  rule: z.string().describe('The rule that was broken, for machines'),
});
export type ProblemIssue = z.infer<typeof problemIssue>;

/** The person and organization that a page, a request or a session belongs to. */
export const whose = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  organization: z.object({ id: z.string(), name: z.string() }),
});
export type Whose = z.infer<typeof whose>;

/** The body of every answer with a status of 400 or above: RFC 9457 problem+json. */
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
    current: z
      .unknown()
      .optional()
      .describe('With 409: the lead, the activity, the settings, or the number of leads, as they are now'),
    changes: z
      .array(z.unknown())
      .optional()
      .describe('With 409: what happened since the version you had, at most the latest 100 events'),
    session: whose.optional().describe('With other-session: whose the session is now'),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
