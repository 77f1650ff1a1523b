import formbody from '@fastify/formbody';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement, type ReactElement } from 'react';
import { type AppError, notFound } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { toAppError } from '../../../platform/http/problem.ts';
import { renderPage } from './layout.tsx';
import { ProblemPageView } from './problem-page.tsx';
import { preferredLanguage } from './texts/page-language.rules.ts';

/** Renders an error as a page. */
export type ShowProblem = (error: AppError, request: FastifyRequest) => ReactElement;

const showProblemOfForm: ShowProblem = (error, request) =>
  createElement(ProblemPageView, {
    error,
    requestId: request.id,
    language: preferredLanguage(request.headers['accept-language']),
  });

/**
 * Room for the longest message and the longest names, each character written as `%XX` four times, and the tokens of the
 * form.
 */
const maxFormBytes = 128 * 1024;

/**
 * Accepts only forms as bodies, sets the strictest content security policy, and shows errors as pages.
 * @param answersUnknown addresses below the scope’s that nothing answers are pages too; once for each prefix
 */
export async function preparePages(
  scope: App,
  publicUrl: string,
  showProblem: ShowProblem = showProblemOfForm,
  answersUnknown = true,
): Promise<void> {
  scope.removeAllContentTypeParsers();
  await scope.register(formbody, { bodyLimit: maxFormBytes });
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(publicUrl.startsWith('https:') ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', policy).header('cache-control', 'no-store');
  });
  const sendProblem = (request: FastifyRequest, reply: FastifyReply, error: AppError) => {
    const { retryAfterSeconds } = error.details;
    if (retryAfterSeconds !== undefined)
      reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
    return sendPage(reply.code(error.status), showProblem(error, request));
  };
  if (answersUnknown) scope.setNotFoundHandler((request, reply) => sendProblem(request, reply, notFound()));
  scope.setErrorHandler((error, request, reply) => {
    const appError = toAppError(error, request);
    if (appError.status >= 500) request.log.error({ err: error, requestId: request.id }, 'request failed');
    return sendProblem(request, reply, appError);
  });
}

/** Answers with a page. */
export function sendPage(reply: FastifyReply, page: ReactElement): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(renderPage(page));
}
