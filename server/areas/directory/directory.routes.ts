import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { z } from 'zod';
import { languages } from '../../../contract/languages/lists.ts';
import { notFound } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import {
  type PageLanguage,
  preferredLanguage,
  preparePages,
  profilePath,
  renderPage,
} from '../partners/index.ts';
import type { DirectoryService } from './finding/directory.service.ts';
import { SearchPageView } from './pages/search-page.tsx';

// Whatever the address says, there is a page.
const anyQuery = z.record(z.string(), z.unknown()).catch({});
/** The most addresses of one sitemap (sitemaps.org). */
const mostInSitemap = 50_000;
const caching = 'public, max-age=60, stale-while-revalidate=600';

/** The public search under `/partners`, and what search engines read: no cookie, no script (DI-1, DI-8). */
export async function registerDirectoryPages(
  app: App,
  directory: DirectoryService,
  publicUrl: string,
): Promise<void> {
  await app.register(
    async (scope: App) => {
      // Below this address, pages of partners answer what nothing else does.
      await preparePages(scope, publicUrl, undefined, false);
      scope.get('/', { schema: { hide: true, querystring: anyQuery } }, async (request, reply) => {
        const raw = request.query;
        const lang = languages.find((one) => one === raw.lang) ?? null;
        const language = lang ?? languageOf(request);
        const etag = tagOf(await directory.version(), language, request.url);
        reply.header('vary', 'accept-language').header('cache-control', caching).header('etag', etag);
        if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
        const view = await directory.search(raw, language);
        const page = createElement(SearchPageView, { view, language, lang, publicUrl });
        return reply.type('text/html; charset=utf-8').send(renderPage(page));
      });
    },
    { prefix: '/partners' },
  );
  registerForRobots(app, directory, publicUrl);
}

function languageOf({ headers }: FastifyRequest): PageLanguage {
  return preferredLanguage(headers['accept-language']);
}

function tagOf(version: string, language: string, url: string): string {
  return `W/"${createHash('sha256').update(`${version} ${language} ${url}`).digest('base64url').slice(0, 22)}"`;
}

function registerForRobots(app: App, directory: DirectoryService, publicUrl: string): void {
  const schema = { hide: true } as const;
  app.get('/robots.txt', { schema }, async (_request, reply) =>
    reply
      .header('cache-control', caching)
      .type('text/plain; charset=utf-8')
      .send(
        [
          'User-agent: *',
          'Disallow: /api/',
          'Disallow: /partners?',
          `Sitemap: ${publicUrl}/sitemap.xml`,
          '',
        ].join('\n'),
      ),
  );
  app.get('/sitemap.xml', { schema }, async (_request, reply) => {
    const addresses = await directory.addresses(0, mostInSitemap + 1);
    if (addresses.length <= mostInSitemap) return sendXml(reply, urlSet(addresses, publicUrl));
    const parts = Math.ceil((await directory.count()) / mostInSitemap);
    const maps = Array.from(
      { length: parts },
      (_, at) => `<sitemap><loc>${publicUrl}/sitemap-${at + 1}.xml</loc></sitemap>`,
    );
    return sendXml(
      reply,
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.join('')}</sitemapindex>`,
    );
  });
  const params = z.object({ part: z.string() });
  app.get('/sitemap-:part.xml', { schema: { hide: true, params } }, async (request, reply) => {
    const part = /^[1-9]\d{0,3}$/.test(request.params.part) ? Number(request.params.part) : 0;
    const addresses = part === 0 ? [] : await directory.addresses((part - 1) * mostInSitemap, mostInSitemap);
    if (addresses.length === 0) throw notFound();
    return sendXml(reply, urlSet(addresses, publicUrl));
  });
}

function urlSet(
  addresses: readonly { readonly slug: string; readonly country: string; readonly day: string }[],
  publicUrl: string,
): string {
  const pages = addresses.map(
    (page) => `<url><loc>${publicUrl}${profilePath(page)}</loc><lastmod>${page.day}</lastmod></url>`,
  );
  const all = [`<url><loc>${publicUrl}/partners</loc></url>`, ...pages].join('');
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${all}</urlset>`;
}

function sendXml(reply: FastifyReply, content: string): FastifyReply {
  return reply
    .header('cache-control', caching)
    .type('application/xml; charset=utf-8')
    .send(`<?xml version="1.0" encoding="UTF-8"?>\n${content}\n`);
}
