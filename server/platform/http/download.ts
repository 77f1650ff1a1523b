import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file that is written while it is read. */
export interface Download {
  readonly fileName: string;
  readonly contentType: string;
  /** Known for files that are stored. */
  readonly bytes?: number;
  /** Streamed with backpressure; ending the reading ends the writing. */
  readonly body: Readable;
}

const streamedBodies = new WeakMap<FastifyReply, Readable>();

/** What is still being read from the database while this answer is sent; undefined for answers that are whole. */
export function streamedBodyOf(reply: FastifyReply): Readable | undefined {
  return streamedBodies.get(reply);
}

/**
 * Sends the file for saving, kept by no cache. The body ends when the reader disconnects; a reader that only stalls is
 * disconnected.
 * @param stalledMilliseconds a download of which nothing is read for this long, though there is something to read, is aborted
 */
export function sendDownload(
  reply: FastifyReply,
  { fileName, contentType, bytes, body }: Download,
  stalledMilliseconds = 60_000,
): FastifyReply {
  streamedBodies.set(reply, body);
  const { raw } = reply;
  raw.setTimeout(stalledMilliseconds, () => {
    // With nothing to take, it is the writing that takes its time.
    if (raw.writableLength > 0) raw.destroy();
    else raw.setTimeout(stalledMilliseconds);
  });
  if (bytes !== undefined) reply.header('content-length', bytes);
  return reply
    .header('content-type', contentType)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(body);
}
