import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, errorCodes, type Problem } from '../../../contract/errors.ts';
import { isDatabaseAway, isDiskFull, noteDiskFull } from '../database/trouble.ts';
import { AppError } from '../errors.ts';

/** Fastify's own errors, in the words of the contract. */
const frameworkErrors: Record<string, { code: ErrorCode; detail: string }> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    detail: 'Send the body as JSON with the header “content-type: application/json”.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'malformed-json', detail: 'The body is empty; JSON was expected.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'malformed-json', detail: 'The body is not well-formed JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'malformed-json',
    detail: 'The body is not as long as its content-length says.',
  },
};

/** Turns anything thrown into an error of the contract; unexpected errors become a plain 500. */
export function toAppError(error: unknown, request?: Pick<FastifyRequest, 'routeOptions'>): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  const known = code === undefined ? undefined : frameworkErrors[code];
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(request?.routeOptions.bodyLimit);
  if (known) return new AppError(known.code, known.detail);
  if (error instanceof SyntaxError && statusCode === 400)
    return new AppError('malformed-json', 'The body is not well-formed JSON.');
  if (isDiskFull(error)) {
    noteDiskFull(error);
    return new AppError(
      'unavailable',
      'The disk of the database is full, so nothing can be stored until there is space again. Try again: a repeated marketplace payload or Idempotency-Key makes no second lead.',
      { retryAfterSeconds: 30 },
    );
  }
  if (isDatabaseAway(error)) {
    return new AppError(
      'unavailable',
      'The database cannot be reached right now. Try again: a repeated marketplace payload or Idempotency-Key makes no second lead.',
      {
        retryAfterSeconds: 5,
      },
    );
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new AppError('invalid-request', 'The request could not be read.');
  }
  return new AppError(
    'internal',
    'Something went wrong on our side. Tell the operator the request id, so that they can find out what.',
  );
}

function bodyTooLarge(limit: number | undefined): AppError {
  const size = limit === undefined ? '' : ` (${Math.floor(limit / 1024)} KiB)`;
  return new AppError('body-too-large', `The body is larger than this address takes${size}.`);
}

/** The most wrong values named in one answer; more help nobody, and an answer must not be larger than its request. */
export const maxNamedIssues = 20;

/** Sends the error as problem+json (RFC 9457). */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const { status, title } = errorCodes[error.code];
  const { retryAfterSeconds, issues, issueCount = issues?.length ?? 0, ...details } = error.details;
  const body: Problem = {
    type: `/docs/errors/${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    requestId: request.id,
    ...(issues ? { issues: issues.slice(0, maxNamedIssues) } : {}),
    ...(issueCount > maxNamedIssues ? { issueCount } : {}),
    ...(details as Partial<Problem>),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  if (retryAfterSeconds !== undefined)
    reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store');
  return reply.serializer((value: unknown) => JSON.stringify(value)).send(body);
}

/** Every error answer is sent from here. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const appError = toAppError(error, request);
    if (appError.code === 'unsupported-media-type' && request.method === 'PATCH')
      reply.header('accept-patch', 'application/merge-patch+json, application/json');
    if (appError.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed');
    return sendProblem(request, reply, appError);
  });
}
