import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { createElement } from 'react';
import type { App } from '../../../../platform/http/app.ts';
import { networkOf } from '../../../../platform/http/network.ts';
import { fromOtherSite } from '../../../identity/index.ts';
import { preparePages } from '../../public-pages/rendering.ts';
import { preferredLanguage } from '../../public-pages/texts/page-language.rules.ts';
import { RequestProblemView } from './request-problem.view.tsx';

/**
 * Prepares pages that links in emails open: their address is the key, so no other site may learn it when someone
 * follows a link, and no search engine may list it. Errors tell people to open the link again.
 */
export async function prepareLinkPages(scope: App, publicUrl: string): Promise<void> {
  await preparePages(scope, publicUrl, (error, request) =>
    createElement(RequestProblemView, {
      error,
      requestId: request.id,
      language: preferredLanguage(request.headers['accept-language']),
    }),
  );
  scope.addHook('onRequest', async (_request, reply) => {
    reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow');
  });
}

/** People open such a page now and then; programs that try tokens would open it all the time. */
export const lookingLimit: RateLimitOptions = {
  max: 60,
  timeWindow: 10 * 60_000,
  cache: 50_000,
  keyGenerator: (request) => networkOf(request.ip),
};

/**
 * Browsers say when a form comes from another site. Its `Origin` says nothing here: without a referrer it is `null`,
 * even from our own page. For browsers that say nothing, the signature of the form protects.
 */
export function refuseOtherSites(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw fromOtherSite();
}
