import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { notFound } from '../../../platform/errors.ts';
import { type App, smallBodyBytes } from '../../../platform/http/app.ts';
import type { OpenedUnsubscribe, Unsubscribing } from '../../messages/index.ts';
import { lookingLimit, prepareLinkPages } from '../customer-requests/page/link-pages.ts';
import { sendPage } from '../public-pages/rendering.ts';
import { submissionLimit } from '../public-pages/submission-limit.ts';
import { preferredLanguage } from '../public-pages/texts/page-language.rules.ts';
import { EndedUnsubscribeView, UnsubscribePageView } from './unsubscribe-page.view.tsx';

const params = z.object({ token: z.string() });
const schema = { hide: true, params } as const;

/**
 * The page that turns off emails of one kind, which every email that people may turn off links to (NT-3): no sign-in,
 * no script, and opening it changes nothing. Mailboxes turn them off by the same POST (RFC 8058): without cookies, with
 * no redirect as the answer. The address is all that it takes, so the form carries no signature. Requests are logged by
 * route, so no token gets into a log.
 */
export async function registerUnsubscribePages(
  app: App,
  unsubscribing: Unsubscribing,
  publicUrl: string,
): Promise<void> {
  await app.register(
    async (scope: App) => {
      await prepareLinkPages(scope, publicUrl);
      takeAnyBody(scope);
      registerLooking(scope, unsubscribing);
      registerChoices(scope, unsubscribing);
    },
    { prefix: '/unsubscribe' },
  );
}

/** RFC 8058 lets mailboxes send multipart forms; the address says all, so nothing of a body is read. */
function takeAnyBody(scope: App): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: smallBodyBytes }, (_request, _body, done) =>
    done(null, undefined),
  );
}

function registerLooking(scope: App, unsubscribing: Unsubscribing): void {
  const options = { schema, config: { rateLimit: lookingLimit } };
  scope.get('/:token', options, async (request, reply) =>
    show(request, reply, await unsubscribing.open(request.params.token)),
  );

  // Browsers end up here when someone opens the address of the form again.
  scope.get('/:token/undo', options, async (request, reply) =>
    reply.redirect(`/unsubscribe/${encodeURIComponent(request.params.token)}`, 303),
  );
}

function registerChoices(scope: App, unsubscribing: Unsubscribing): void {
  // Counted by link: a mail provider sends for all of its customers from one network.
  const rateLimit = submissionLimit((request) => (request.params as z.infer<typeof params>).token);
  const options = { schema, config: { rateLimit } };
  scope.post('/:token', options, async (request, reply) =>
    show(request, reply, await unsubscribing.choose(request.params.token, false)),
  );

  scope.post('/:token/undo', options, async (request, reply) =>
    show(request, reply, await unsubscribing.choose(request.params.token, true), true),
  );
}

type TokenRequest = FastifyRequest & { readonly params: z.infer<typeof params> };

/** @throws AppError not-found */
function show(
  { headers, params: { token } }: TokenRequest,
  reply: FastifyReply,
  opened: OpenedUnsubscribe,
  undone = false,
): FastifyReply {
  if (opened.kind === 'unknown') throw notFound();
  if (opened.kind === 'open')
    return sendPage(reply, createElement(UnsubscribePageView, { view: opened.view, token, undone }));
  const language = preferredLanguage(headers['accept-language']);
  return sendPage(reply.code(410), createElement(EndedUnsubscribeView, { language }));
}
