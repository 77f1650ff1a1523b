import type { FastifyReply } from 'fastify';

/** A signal that aborts when the client hangs up before it has the whole answer. */
export function whenGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const { raw } = reply;
  if (raw.destroyed) gone.abort();
  else
    raw.once('close', () => {
      if (!raw.writableFinished) gone.abort();
    });
  return gone.signal;
}
