import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

/** A shorter answer fits into one packet anyway. */
const leastBytes = 1024;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A POST that changes nothing, and whose answer contains no secret shown only once. */
    readsByPost?: boolean;
  }
}

/**
 * Compresses answers for clients that accept it, streaming with backpressure. The length of a compressed answer reveals
 * something about its content, which matters where an attacker can choose a part of it and count bytes (BREACH). So
 * answers to requests that another site triggers in the browser are not compressed, nor are those to changes, some of
 * which carry a secret shown only once.
 */
export async function compressAnswers(app: App): Promise<void> {
  app.addHook('onRequest', async (request) => {
    if (!mayCompress(request)) request.headers['x-no-compression'] = 'yes';
  });
  await app.register(compress, {
    threshold: leastBytes,
    encodings: ['br', 'gzip'],
    // Request bodies are never decompressed: a few bytes could expand to any number.
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
