import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { type LogoSide, logoSides } from '../../../../contract/profiles/lists.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { sentence } from './catalogue.ts';
import type { SealedForm } from './contact-form.ts';
import type { Forms } from './forms.ts';
import { KeptPageView } from './kept-page.tsx';
import { profilePath, profileThanksPath } from './paths.ts';
import { ProfilePageView } from './profile-page.tsx';
import type { FoundProfilePage, ProfilePages } from './profile-pages.service.ts';
import type { ProfilePage } from './public-leads.rules.ts';
import { preparePages, sendPage } from './rendering.ts';
import { submissionLimit } from './submission-limit.ts';
import { formTexts } from './texts/catalogue.ts';
import { preferredLanguage } from './texts/page-language.rules.ts';
import { ThanksPageView } from './thanks-page.tsx';

interface ProfilePageDeps {
  readonly pages: ProfilePages;
  readonly forms: Forms;
  /** The public address of this installation, without a trailing slash. */
  readonly publicUrl: string;
}

const params = z.object({ country: z.string(), slug: z.string() });
const formerParams = z.object({ slug: z.string() });
const logoParams = z.object({ logoId: z.uuid(), side: z.coerce.number() });
type Slugged = FastifyRequest & { readonly params: { readonly slug: string } };

/**
 * Pages of locations of business profiles under `/partners` (DI-4), and what is left of the former addresses under
 * `/p`: links lead on for good, and forms that were open are taken.
 */
export async function registerProfilePages(app: App, deps: ProfilePageDeps): Promise<void> {
  await app.register(
    async (scope: App) => {
      await preparePages(scope, deps.publicUrl);
      registerLogos(scope, deps.pages);
      registerPages(scope, deps);
    },
    { prefix: '/partners' },
  );
  await app.register(
    async (scope: App) => {
      await preparePages(scope, deps.publicUrl);
      registerFormer(scope, deps);
    },
    { prefix: '/p' },
  );
}

/** @throws AppError not-found, link-over (410) */
function shown(found: FoundProfilePage | undefined): ProfilePage {
  if (!found) throw notFound();
  if (found.gone) throw new AppError('link-over', sentence('pageGone'));
  return found.page;
}

function show(reply: FastifyReply, { publicUrl }: ProfilePageDeps, page: ProfilePage, state: SealedForm) {
  return sendPage(reply, createElement(ProfilePageView, { page, publicUrl, state }));
}

function registerLogos(scope: App, pages: ProfilePages): void {
  scope.get(
    '/logos/:logoId/:side',
    { schema: { hide: true, params: logoParams } },
    async (request, reply) => {
      const { logoId, side } = request.params;
      const contentType = request.headers.accept?.includes('image/webp') ? 'image/webp' : 'image/png';
      const bytes = logoSides.some((one) => one === side)
        ? await pages.findLogo(logoId, side as LogoSide, contentType)
        : undefined;
      if (!bytes) throw notFound();
      // A logo never changes: another one has another id.
      return reply
        .header('cache-control', 'public, max-age=604800, immutable')
        .header('vary', 'accept')
        .type(contentType)
        .send(bytes);
    },
  );
}

function registerPages(scope: App, deps: ProfilePageDeps): void {
  const { pages, forms } = deps;
  const schema = { hide: true, params } as const;
  scope.get('/:country/:slug', { schema }, async (request, reply) => {
    const page = shown(await pages.find(request.params.slug));
    if (request.params.country !== page.country.toLowerCase()) return reply.redirect(profilePath(page), 301);
    return show(reply, deps, page, await forms.blank(page));
  });
  scope.post('/:country/:slug', { schema, config: { rateLimit } }, async (request, reply) =>
    take(deps, request, reply),
  );
  scope.get('/:country/:slug/thanks', { schema }, async (request, reply) =>
    thank(reply, shown(await pages.find(request.params.slug))),
  );
  scope.get('/received', { schema: { hide: true } }, async (request, reply) =>
    sendPage(
      reply,
      createElement(KeptPageView, { language: preferredLanguage(request.headers['accept-language']) }),
    ),
  );
}

const rateLimit = submissionLimit((request) => (request as Slugged).params.slug);

/** Takes a form. That of a page which was taken away in the meantime is only kept if nothing in it is wrong. */
async function take(deps: ProfilePageDeps, request: Slugged, reply: FastifyReply): Promise<FastifyReply> {
  const { pages, forms } = deps;
  const found = await pages.find(request.params.slug);
  if (!found) throw notFound();
  if (found.gone) {
    const language = preferredLanguage(request.headers['accept-language']);
    const sent = await forms.read(found.gone, request.body, language);
    // Only who had the page open knows of one that is gone.
    if (sent.again || sent.signals.includes('token-forged')) return shown(found) && reply;
    await pages.keep(found.gone, sent.form, { signals: sent.signals, language });
    return reply.redirect('/partners/received', 303);
  }
  const { page } = found;
  const sent = await forms.read(page, request.body, page.language);
  if (sent.again) return show(reply.code(400), deps, page, sent.again);
  await pages.send(page, sent.form, sent.signals);
  return reply.redirect(profileThanksPath(page), 303);
}

function thank(reply: FastifyReply, page: ProfilePage): FastifyReply {
  const { partnerName: partner, language } = page;
  const back = { href: profilePath(page), label: formTexts[language]('thanks.backToPartner') };
  return sendPage(
    reply,
    createElement(ThanksPageView, { language, partner, callToAction: 'ContactMe', back }),
  );
}

function registerFormer(scope: App, deps: ProfilePageDeps): void {
  const schema = { hide: true, params: formerParams } as const;
  scope.get('/:slug', { schema }, async (request, reply) =>
    reply.redirect(profilePath(shown(await deps.pages.find(request.params.slug))), 301),
  );
  scope.get('/:slug/thanks', { schema }, async (request, reply) =>
    reply.redirect(profileThanksPath(shown(await deps.pages.find(request.params.slug))), 301),
  );
  scope.post('/:slug', { schema, config: { rateLimit } }, async (request, reply) =>
    take(deps, request, reply),
  );
}
