import type { FastifyReply } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import type { Quarantine } from '../../intake/index.ts';
import type { SealedForm } from './contact-form.ts';
import { FormProtection } from './form-protection.ts';
import { formScript, formScriptCaching, formScriptPath } from './form-script.ts';
import { Forms } from './forms.ts';
import { registerOfferPages } from './offer-pages.routes.ts';
import { OfferPages } from './offer-pages.service.ts';
import { profilePath, profileThanksPath } from './paths.ts';
import { ProfilePageView } from './profile-page.tsx';
import type { ProfilePage } from './public-leads.rules.ts';
import { PublicPages } from './public-pages.service.ts';
import { preparePages, sendPage } from './rendering.ts';
import { stylesheet, stylesheetCaching, stylesheetPath } from './stylesheet.ts';
import { submissionLimit } from './submission-limit.ts';
import { formTexts } from './texts/catalogue.ts';
import { ThanksPageView } from './thanks-page.tsx';

export interface PublicPagesDeps {
  readonly db: Db;
  readonly clock: Clock;
  readonly quarantine: Quarantine;
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

// An unknown query must not cost a customer the page.
const versionQuery = z.object({ v: z.string().optional().catch(undefined) });
const profileParams = z.object({ slug: z.string() });

/**
 * Public pages of offers and business profiles (BP-3) with their contact forms (IN-1): plain HTML that needs no script,
 * and forms that protect themselves (IN-7). Below `/offers`, `/o` and `/p`, every error is a page too.
 */
export async function registerPublicPages(
  app: App,
  { db, clock, quarantine, publicUrl }: PublicPagesDeps,
): Promise<void> {
  const pages = new PublicPages(db, quarantine);
  const forms = new Forms(new FormProtection(db, clock), clock);
  app.get(stylesheetPath, { schema: { hide: true, querystring: versionQuery } }, async (request, reply) =>
    reply
      .header('cache-control', stylesheetCaching(request.query.v))
      .type('text/css; charset=utf-8')
      .send(stylesheet),
  );
  app.get(formScriptPath, { schema: { hide: true, querystring: versionQuery } }, async (request, reply) =>
    reply
      .header('cache-control', formScriptCaching(request.query.v))
      .type('text/javascript; charset=utf-8')
      .send(formScript),
  );
  await registerOfferPages(app, { pages: new OfferPages(db, quarantine), forms, publicUrl });
  await app.register(
    async (scope: App) => {
      await preparePages(scope, publicUrl);
      registerProfileRoutes(scope, { pages, forms, publicUrl });
    },
    { prefix: '/p' },
  );
}

interface PageDeps {
  readonly pages: PublicPages;
  readonly forms: Forms;
  readonly publicUrl: string;
}

function registerProfileRoutes(scope: App, { pages, forms, publicUrl }: PageDeps): void {
  const schema = { hide: true, params: profileParams } as const;
  const find = async (slug: string): Promise<ProfilePage> => {
    const page = await pages.findProfile(slug);
    if (!page) throw notFound();
    return page;
  };
  const show = (reply: FastifyReply, page: ProfilePage, state: SealedForm) =>
    sendPage(reply, createElement(ProfilePageView, { page, publicUrl, state }));

  scope.get('/:slug', { schema }, async (request, reply) => {
    const page = await find(request.params.slug);
    return show(reply, page, await forms.blank(page));
  });

  const rateLimit = submissionLimit((request) => (request.params as z.infer<typeof profileParams>).slug);
  scope.post('/:slug', { schema, config: { rateLimit } }, async (request, reply) => {
    const page = await find(request.params.slug);
    const sent = await forms.read(page, request.body, page.language);
    if (sent.again) return show(reply.code(400), page, sent.again);
    await pages.sendToProfile(page, sent.form, sent.signals);
    return reply.redirect(profileThanksPath(page.slug), 303);
  });

  scope.get('/:slug/thanks', { schema }, async (request, reply) => {
    const { partnerName: partner, slug, language } = await find(request.params.slug);
    const back = { href: profilePath(slug), label: formTexts[language]('thanks.backToPartner') };
    return sendPage(
      reply,
      createElement(ThanksPageView, { language, partner, callToAction: 'ContactMe', back }),
    );
  });
}
