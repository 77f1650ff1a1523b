import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import type { Clock } from '../../../../platform/clock.ts';
import type { Db } from '../../../../platform/database/database.ts';
import { AppError, notFound } from '../../../../platform/errors.ts';
import type { App } from '../../../../platform/http/app.ts';
import type { IntakeService } from '../../../intake/index.ts';
import type { LeadChanges } from '../../../leads/index.ts';
import type { Outbox } from '../../../mail/index.ts';
import { sendPage } from '../../public-pages/rendering.ts';
import { submissionLimit } from '../../public-pages/submission-limit.ts';
import { sentence } from '../catalogue.ts';
import { type RequestLanguage, requestLanguages } from '../customer-requests.rules.ts';
import { type ForwardRefusal, RequestPages, type RequestView } from '../request-page.service.ts';
import { lookingLimit, prepareLinkPages, refuseOtherSites } from './link-pages.ts';
import { type Refusal, RequestPageView, WithdrawPageView } from './request-page.view.tsx';
import { type RequestPlace, requestPath } from './request-paths.ts';
import { EndedLinkView } from './request-problem.view.tsx';
import { RequestSeals } from './request-seals.ts';

export interface CustomerRequestDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly changes: LeadChanges;
  readonly outbox: Outbox;
  readonly intake: IntakeService;
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

const params = z.object({ token: z.string() });
// An unknown query must not cost a customer the page.
const query = z.object({ language: z.enum(requestLanguages).optional().catch(undefined) });
const forwardBody = z.object({ pageId: z.uuid(), formToken: z.string() });
const withdrawBody = z.object({ formToken: z.string() });
const schema = { hide: true, params, querystring: query } as const;

/**
 * The page of a customer's request, which emails link to: no sign-in, no script, and opening it changes nothing. Every
 * error below `/request` is a page too. Requests are logged by route, so no token gets into a log.
 */
export async function registerCustomerRequestPages(app: App, deps: CustomerRequestDeps): Promise<void> {
  const { db, clock, changes, outbox, intake, publicUrl } = deps;
  const pages = new RequestPages(db, clock, { changes, outbox, intake });
  const seals = new RequestSeals(db, clock);
  await app.register(
    async (scope: App) => {
      await prepareLinkPages(scope, publicUrl);
      registerLooking(scope, pages, seals);
      registerForms(scope, pages, seals);
    },
    { prefix: '/request' },
  );
}

function registerLooking(scope: App, pages: RequestPages, seals: RequestSeals): void {
  const options = { schema, config: { rateLimit: lookingLimit } };

  scope.get('/:token', options, async (request, reply) => {
    const place = placeOf(request.params.token, request.query.language);
    const view = await openView(pages, place, reply);
    return view ? showPage(reply, place, view, seals) : reply;
  });

  scope.get('/:token/withdraw', options, async (request, reply) => {
    const place = placeOf(request.params.token, request.query.language);
    const view = await openView(pages, place, reply);
    if (!view) return reply;
    if (view.withdrawnAt !== null) return reply.redirect(requestPath(place), 303);
    const seal = await seals.seal(view.id, 'withdraw');
    const language = place.language ?? view.language;
    return sendPage(reply, createElement(WithdrawPageView, { view, language, place, seal }));
  });

  // Browsers end up here after a form that changed nothing.
  scope.get('/:token/forward', options, async (request, reply) =>
    reply.redirect(requestPath(placeOf(request.params.token, request.query.language)), 303),
  );
}

function registerForms(scope: App, pages: RequestPages, seals: RequestSeals): void {
  const options = { schema, config: { rateLimit: submissionLimit(() => 'request') } };

  scope.post('/:token/forward', options, async (request, reply) => {
    refuseOtherSites(request);
    const place = placeOf(request.params.token, request.query.language);
    const view = await openView(pages, place, reply);
    if (!view) return reply;
    const { pageId, formToken } = readBody(forwardBody, request.body);
    if (!(await seals.isGood(view.id, `forward ${pageId}`, formToken)))
      return showPage(reply.code(400), place, view, seals, 'outdated');
    const done = await pages.forward(place.token, pageId);
    if (!done) throw notFound();
    if (done.refusal === undefined) return reply.redirect(requestPath(place), 303);
    return refuse(reply, place, done.refusal, pages, seals);
  });

  scope.post('/:token/withdraw', options, async (request, reply) => {
    refuseOtherSites(request);
    const place = placeOf(request.params.token, request.query.language);
    const view = await openView(pages, place, reply);
    if (!view) return reply;
    const { formToken } = readBody(withdrawBody, request.body);
    if (!(await seals.isGood(view.id, 'withdraw', formToken)))
      return showPage(reply.code(400), place, view, seals, 'outdated');
    if (!(await pages.withdraw(place.token))) throw notFound();
    return reply.redirect(requestPath(place), 303);
  });
}

/** The request behind the link; undefined: the link has ended, and the answer says so. @throws AppError not-found */
async function openView(
  pages: RequestPages,
  place: RequestPlace,
  reply: FastifyReply,
): Promise<RequestView | undefined> {
  const opened = await pages.open(place.token);
  if (opened.kind === 'unknown') throw notFound();
  if (opened.kind === 'open') return opened.view;
  const language = place.language ?? opened.language;
  sendPage(reply.code(410), createElement(EndedLinkView, { language }));
  return undefined;
}

/** The page as it is now, with the reason why nothing was done. */
async function refuse(
  reply: FastifyReply,
  place: RequestPlace,
  refusal: ForwardRefusal,
  pages: RequestPages,
  seals: RequestSeals,
): Promise<FastifyReply> {
  const view = await openView(pages, place, reply);
  return view ? showPage(reply.code(409), place, view, seals, refusal) : reply;
}

async function showPage(
  reply: FastifyReply,
  place: RequestPlace,
  view: RequestView,
  seals: RequestSeals,
  refusal?: Refusal,
): Promise<FastifyReply> {
  const offered = view.suggestions.map(({ candidate }) => candidate.pageId);
  const sealed = new Map<string, string>();
  for (const pageId of offered) sealed.set(pageId, await seals.seal(view.id, `forward ${pageId}`));
  const language = place.language ?? view.language;
  return sendPage(reply, createElement(RequestPageView, { view, language, place, seals: sealed, refusal }));
}

function placeOf(token: string, language: RequestLanguage | undefined): RequestPlace {
  return { token, language };
}

function readBody<T>(shape: z.ZodType<T>, body: unknown): T {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new AppError('invalid-request', sentence('unreadable'));
  return parsed.data;
}
