import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { notFound } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import type { SealedForm } from './contact-form.ts';
import type { Forms } from './forms.ts';
import { KeptPageView } from './kept-page.tsx';
import { OfferPageView } from './offer-page.tsx';
import { addressOfOffer, thanksAddress } from './offer-page-address.ts';
import type { OfferPages } from './offer-pages.service.ts';
import { readPageSource } from './page-source.rules.ts';
import type { OfferPage } from './public-leads.rules.ts';
import { preparePages, sendPage } from './rendering.ts';
import { submissionLimit } from './submission-limit.ts';
import { formTexts } from './texts/catalogue.ts';
import { preferredLanguage } from './texts/page-language.rules.ts';
import { ThanksPageView } from './thanks-page.tsx';

interface OfferPageDeps {
  readonly pages: OfferPages;
  readonly forms: Forms;
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

// An unknown query must not cost a customer the page.
const anyText = z.string().optional().catch(undefined);
const sourceQuery = z.object({ src: anyText, mktcmpid: anyText });
const formerQuery = sourceQuery.extend({ from: anyText });
const offerParams = z.object({ storefront: z.string(), offerName: z.string() });
const formerParams = offerParams.omit({ storefront: true });
const previewParams = z.object({ key: z.string() });

/**
 * Public pages of offers under `/offers` (BP-3, OF-4), and what is left of the former addresses under `/o`: links lead
 * on for good, and forms that were open are taken.
 */
export async function registerOfferPages(app: App, deps: OfferPageDeps): Promise<void> {
  await app.register(
    async (scope: App) => {
      await preparePages(scope, deps.publicUrl);
      registerPages(scope, deps);
      registerPreviews(scope, deps);
    },
    { prefix: '/offers' },
  );
  await app.register(
    async (scope: App) => {
      await preparePages(scope, deps.publicUrl);
      registerFormer(scope, deps);
    },
    { prefix: '/o' },
  );
}

const protectedPage = ({ organizationId, offerId: pageId }: OfferPage) => ({ organizationId, pageId });

/** An offer whose page is there: a stopped one has none. @throws AppError not-found */
function shown(page: OfferPage | undefined): OfferPage {
  if (!page || page.standing === 'stopped') throw notFound();
  return page;
}

function show(reply: FastifyReply, { publicUrl }: OfferPageDeps, page: OfferPage, state: SealedForm) {
  return sendPage(reply, createElement(OfferPageView, { page, publicUrl, state }));
}

/** Takes a form. That of an offer which was stopped in the meantime is only kept if nothing in it is wrong. */
async function take(
  deps: OfferPageDeps,
  page: OfferPage | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (!page) throw notFound();
  const sent = await deps.forms.read(protectedPage(page), request.body, page.language);
  if (sent.again) return show(reply.code(400), deps, shown(page), sent.again);
  // Only who had the page open knows of an offer that is gone.
  if (page.standing === 'stopped' && sent.signals.includes('token-forged')) throw notFound();
  await deps.pages.send(page, sent.form, sent.signals);
  return reply.redirect(thanksAddress(page), 303);
}

function thank(reply: FastifyReply, page: OfferPage): FastifyReply {
  const { partnerName: partner, callToAction, title: offerTitle, language } = page;
  const back = { href: addressOfOffer(page), label: formTexts[language]('thanks.backToOffer') };
  return sendPage(
    reply,
    createElement(ThanksPageView, { language, partner, callToAction, offerTitle, back }),
  );
}

function registerPages(scope: App, deps: OfferPageDeps): void {
  const { pages, forms } = deps;
  const schema = { hide: true, params: offerParams, querystring: sourceQuery } as const;
  const find = ({
    params,
    query,
  }: {
    params: z.infer<typeof offerParams>;
    query: z.infer<typeof sourceQuery>;
  }) => pages.find(params.offerName, { storefront: params.storefront, source: readPageSource(query) });

  scope.get('/:storefront/:offerName', { schema }, async (request, reply) => {
    const page = shown(await find(request));
    const { storefront, offerName } = request.params;
    const isHere = offerName === page.offerName && storefront === (page.storefront?.toLowerCase() ?? '-');
    // Which storefronts show an offer may change; how an address is written does not.
    const isListed = storefront.toLowerCase() === page.storefront?.toLowerCase();
    if (!isHere) return reply.redirect(addressOfOffer(page), isListed ? 301 : 302);
    return show(reply, deps, page, await forms.blank(protectedPage(page)));
  });

  const rateLimit = submissionLimit((request) =>
    (request.params as z.infer<typeof offerParams>).offerName.toLowerCase(),
  );
  scope.post('/:storefront/:offerName', { schema, config: { rateLimit } }, async (request, reply) =>
    take(deps, await find(request), request, reply),
  );

  scope.get('/:storefront/:offerName/thanks', { schema }, async (request, reply) =>
    thank(reply, shown(await find(request))),
  );

  scope.get('/received', { schema: { hide: true } }, async (request, reply) =>
    sendPage(
      reply,
      createElement(KeptPageView, { language: preferredLanguage(request.headers['accept-language']) }),
    ),
  );
}

function registerPreviews(scope: App, deps: OfferPageDeps): void {
  const { pages, forms } = deps;
  const schema = { hide: true, params: previewParams, querystring: sourceQuery } as const;
  const find = ({
    params,
    query,
  }: {
    params: z.infer<typeof previewParams>;
    query: z.infer<typeof sourceQuery>;
  }) => pages.findPreview(params.key, { source: readPageSource(query) });

  scope.get('/preview/:key', { schema }, async (request, reply) => {
    const page = shown(await find(request));
    // The address is the only key: it goes to nobody whom the page links to.
    reply.header('referrer-policy', 'no-referrer');
    return show(reply, deps, page, await forms.blank(protectedPage(page)));
  });
  const rateLimit = submissionLimit((request) => (request.params as z.infer<typeof previewParams>).key);
  scope.post('/preview/:key', { schema, config: { rateLimit } }, async (request, reply) =>
    take(deps, await find(request), request, reply),
  );
  scope.get('/preview/:key/thanks', { schema }, async (request, reply) =>
    thank(reply, shown(await find(request))),
  );
}

function registerFormer(scope: App, deps: OfferPageDeps): void {
  const schema = { hide: true, params: formerParams, querystring: formerQuery } as const;
  const find = ({
    params,
    query,
  }: {
    params: z.infer<typeof formerParams>;
    query: z.infer<typeof formerQuery>;
  }) => deps.pages.find(params.offerName, { storefront: query.from, source: readPageSource(query) });

  scope.get('/:offerName', { schema }, async (request, reply) =>
    reply.redirect(addressOfOffer(shown(await find(request))), 301),
  );
  scope.get('/:offerName/thanks', { schema }, async (request, reply) =>
    reply.redirect(thanksAddress(shown(await find(request))), 301),
  );
  const rateLimit = submissionLimit((request) =>
    (request.params as z.infer<typeof formerParams>).offerName.toLowerCase(),
  );
  scope.post('/:offerName', { schema, config: { rateLimit } }, async (request, reply) =>
    take(deps, await find(request), request, reply),
  );
}
