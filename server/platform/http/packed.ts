import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Content that is the same for every client, compressed once. */
export interface Packed {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

/** Compresses it, which takes a while: for the start, or for the first request. */
export const pack = (plain: Buffer): Packed => ({
  plain,
  br: brotliCompressSync(plain),
  gzip: gzipSync(plain),
});

/**
 * Sends it in the best encoding that the client accepts.
 * @param alsoVaryBy the headers by which this content was chosen
 */
export function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  packed: Packed,
  contentType: string,
  alsoVaryBy?: string,
): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((one) => takesEncoding(accepted, one));
  if (encoding) reply.header('content-encoding', encoding);
  return reply
    .header('vary', alsoVaryBy === undefined ? 'accept-encoding' : `accept-encoding, ${alsoVaryBy}`)
    .type(contentType)
    .send(packed[encoding ?? 'plain']);
}

/** True when the encoding is named and not ruled out (RFC 9110, 12.5.3). */
function takesEncoding(accepted: string, encoding: string): boolean {
  return accepted.split(',').some((range) => {
    const [name = '', quality = ''] = range.split(';').map((part) => part.trim().toLowerCase());
    return name === encoding && Number(quality.replace('q=', '') || 1) > 0;
  });
}
