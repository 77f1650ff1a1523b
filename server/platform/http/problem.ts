import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode, Problem, ProblemIssue } from '../../../contract/errors.ts';
import { readAll, type Sentence } from '../../../contract/sentences.ts';
import { isDatabaseAway, isDiskFull, noteDiskFull } from '../database/trouble.ts';
import { AppError, type WrongValue } from '../errors.ts';
import { sentence } from './catalogue.ts';
import { readerLanguage } from './reader-language.ts';

/** Fastify's own errors, in the words of the contract. */
const frameworkErrors: Record<string, readonly [ErrorCode, Sentence]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', sentence('body.notJson')],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-json', sentence('body.empty')],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-json', sentence('body.malformed')],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-json', sentence('body.otherLength')],
};

/** Turns anything thrown into an error of the contract; unexpected errors become a plain 500. */
export function toAppError(error: unknown, request?: Pick<FastifyRequest, 'routeOptions'>): AppError {
  if (error instanceof AppError) return error;
  const { code, statusCode } = (error ?? {}) as Partial<FastifyError>;
  const known = code === undefined ? undefined : frameworkErrors[code];
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(request?.routeOptions.bodyLimit);
  if (known) return new AppError(...known);
  if (error instanceof SyntaxError && statusCode === 400)
    return new AppError('malformed-json', sentence('body.malformed'));
  if (isDiskFull(error)) {
    noteDiskFull(error);
    return new AppError('unavailable', sentence('trouble.diskFullTryAgain'), { retryAfterSeconds: 30 });
  }
  if (isDatabaseAway(error)) {
    return new AppError('unavailable', sentence('trouble.databaseAway'), { retryAfterSeconds: 5 });
  }
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new AppError('invalid-request', sentence('request.unreadable'));
  }
  return new AppError('internal', sentence('trouble.internal'));
}

function bodyTooLarge(limit: number | undefined): AppError {
  const detail =
    limit === undefined
      ? sentence('body.tooLarge')
      : sentence('body.tooLargeFor', { kibibytes: Math.floor(limit / 1024) });
  return new AppError('body-too-large', detail);
}

/** The most wrong values named in one answer; more help nobody, and an answer must not be larger than its request. */
export const maxNamedIssues = 20;

/** Sends the error as problem+json (RFC 9457), in the reader's language. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const language = readerLanguage(request);
  const { retryAfterSeconds, issues, issueCount = issues?.length ?? 0, ...details } = error.details;
  const body: Problem = {
    type: `/docs/errors/${error.code}`,
    title: sentence(`titles.${error.code}`).in(language),
    status: error.status,
    code: error.code,
    detail: error.detail.in(language),
    requestId: request.id,
    ...(issues ? { issues: issues.slice(0, maxNamedIssues).map((issue) => readIssue(issue, language)) } : {}),
    ...(issueCount > maxNamedIssues ? { issueCount } : {}),
    ...(readAll(details, language) as Partial<Problem>),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
  if (retryAfterSeconds !== undefined)
    reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
  reply
    .code(error.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store');
  return reply.serializer((value: unknown) => JSON.stringify(value)).send(body);
}

const readIssue = ({ path, message, rule }: WrongValue, language: string): ProblemIssue => ({
  path,
  message: message.in(language),
  rule,
});

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
