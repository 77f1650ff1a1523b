import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

/** Below this an answer fits into one packet anyway. */
const leastBytes = 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A POST that changes nothing, and whose answer holds no secret that is shown once. */
    readsByPost?: boolean;
  }
}

/**
 * Compresses answers for those who ask for it, streams with backpressure. The length of a compressed answer tells
 * something about what is in it, which matters where somebody else can choose a part of it and count bytes (BREACH). So
 * nothing is compressed that another site has the browser ask for, nor what changes something: answers with secrets
 * that are shown once are among those.
 */
export async function compressAnswers(app: App): Promise<void> {
  app.addHook('onRequest', async (request) => {
    if (!mayCompress(request)) request.headers['x-no-compression'] = 'yes';
  });
  await app.register(compress, {
    threshold: leastBytes,
    encodings: ['br', 'gzip'],
    // Bodies of requests are taken as they are: a few bytes could become any number.
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 19 } },
    zlibOptions: { level: 6 },
  });
}

function mayCompress(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  const isOurs = site === undefined || site === 'same-origin' || site === 'none';
  const reads = request.method === 'GET' || request.routeOptions.config.readsByPost === true;
  return reads && isOurs;
}
