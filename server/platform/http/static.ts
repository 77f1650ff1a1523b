import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import { errorCodeNames } from '../../../contract/errors.ts';
import { notFound } from '../errors.ts';
import type { App } from './app.ts';
import { sendProblem } from './problem.ts';

/** Serves the built app, and the app's page for every address of its own; everything else that is unknown is a 404. */
export async function serveWebApp(app: App, webFolder: string): Promise<void> {
  const built = existsSync(join(webFolder, 'index.html'));
  const page = built ? readFileSync(join(webFolder, 'index.html')) : undefined;
  if (built) {
    await app.register(fastifyStatic, {
      root: webFolder,
      index: false,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Files under assets/ carry a hash of their content in the name.
        reply.setHeader(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (page && wantsPage(request)) {
      return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page);
    }
    return sendProblem(request, reply, notFound());
  });
}

function wantsPage(request: FastifyRequest): boolean {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  return (
    isRead &&
    !/^\/(api|intake|health|metrics|docs|assets)(\/|$)/.test(request.url) &&
    (request.headers.accept ?? '').includes('text/html')
  );
}

/** The pages that the `type` of every error leads to. */
export function serveErrorPages(app: App, docsFolder: string): void {
  app.get('/docs/errors/:code', { schema: { hide: true } }, async (request, reply) => {
    const { code } = request.params as { code: string };
    const name = errorCodeNames.find((one) => one === code.replace(/\.md$/, ''));
    if (!name) throw notFound('There is no error with this code.');
    return reply
      .type('text/plain; charset=utf-8')
      .send(await readFile(join(docsFolder, 'errors', `${name}.md`), 'utf8'));
  });
}
