import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { appPages } from '../../../contract/app-pages.ts';
import { errorCodeNames } from '../../../contract/errors.ts';
import { notFound } from '../errors.ts';
import { preferencesOf } from './accept.ts';
import type { App } from './app.ts';
import { installedFiles, readAppPages, readInstalled } from './app-page.ts';
import { sentence } from './catalogue.ts';
import { sendPacked } from './packed.ts';
import { sendProblem } from './problem.ts';
import { readerLanguage, readerLanguageVary } from './reader-language.ts';

/**
 * Serves the built app, and the app's page for each of its addresses, in the reader's language; any other unknown
 * address is a 404.
 */
export async function serveWebApp(app: App, webFolder: string): Promise<void> {
  const pageIn = readAppPages(webFolder);
  if (pageIn) {
    await app.register(async (files) => {
      // A page is dozens of files that cost nothing to serve: a whole office may open it within a minute.
      files.addHook('onRoute', (route) => {
        route.config = { ...route.config, strangers: 'welcome' };
      });
      await files.register(fastifyStatic, {
        root: webFolder,
        index: false,
        wildcard: false,
        globIgnore: ['assets/**'],
        preCompressed: true,
        cacheControl: false,
        setHeaders: (reply, path) => {
          // Files under assets/ have a hash of their content in the name.
          reply.setHeader(
            'cache-control',
            path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
          );
        },
      });
      // One route: they are hundreds, and a route for each would take a tenth of the start.
      files.route<{ Params: { '*': string } }>({
        method: ['GET', 'HEAD'],
        url: '/assets/*',
        schema: { hide: true, security: [] },
        handler: (request, reply) => reply.sendFile(request.params['*'], join(webFolder, 'assets')),
      });
      for (const name of installedFiles) serveInstalled(files, webFolder, name);
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (pageIn && wantsPage(request)) {
      const page = pageIn(readerLanguage(request))(pathOf(request));
      reply.header('cache-control', 'no-cache');
      return sendPacked(request, reply, page, 'text/html; charset=utf-8', readerLanguageVary);
    }
    return sendProblem(request, reply, notFound());
  });
}

/** The page that stands in for Leadlight, or the manifest, in the reader's language. */
function serveInstalled(app: App, webFolder: string, name: (typeof installedFiles)[number]): void {
  const fileIn = readInstalled(webFolder, name);
  if (!fileIn) return;
  const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/manifest+json';
  app.get(`/${name}`, { schema: { hide: true, security: [] } }, (request, reply) => {
    reply.header('cache-control', 'no-cache');
    return sendPacked(request, reply, fileIn(readerLanguage(request)), type, readerLanguageVary);
  });
}

/**
 * Every client that does not prefer JSON gets the app's own pages, so that a monitor that accepts anything finds them;
 * a client that asks for HTML gets a page at any address, which then says that there is nothing.
 */
function wantsPage(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const [section = ''] = pathOf(request).slice(1).split('/');
  if (!isRead || reserved.has(section)) return false;
  const { html, json } = preferencesOf(request.headers.accept ?? '*/*');
  if (html.named && html.quality > 0 && html.quality >= json.quality) return true;
  const isAppPage = appPages.some((page) => page === section);
  return (
    isAppPage &&
    html.quality > 0 &&
    (html.quality > json.quality || (html.quality === json.quality && !json.named))
  );
}

function pathOf(request: FastifyRequest): string {
  const [path = ''] = request.url.split('?');
  return path;
}

/** Where the app has no pages. */
const reserved = new Set(['api', 'intake', 'health', 'metrics', 'docs', 'assets']);

/** The pages that the `type` of every error leads to. */
export function serveErrorPages(app: App, docsFolder: string): void {
  app.get('/docs/errors/:code', { schema: { hide: true, security: [] } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const name = errorCodeNames.find((one) => one === code.replace(/\.md$/, ''));
    if (!name) throw notFound(sentence('request.unknownErrorCode'));
    return reply
      .type('text/plain; charset=utf-8')
      .send(await readFile(join(docsFolder, 'errors', `${name}.md`), 'utf8'));
  });
}
