import type { App } from './app.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes files, whose senders may be slow: it has an hour, as long as something arrives every minute. */
    takesLong?: true;
  }
}

/** The time that any request has to arrive, in milliseconds. */
export const longestArrivalMilliseconds = 3_600_000;
const usualMilliseconds = 30_000;
const silentMilliseconds = 60_000;

/**
 * Ends connections whose request does not arrive in time: within half a minute, or, where files are taken, as long as
 * something of it arrives every minute.
 */
export function endSlowBodies(
  app: App,
  { usual, silent } = { usual: usualMilliseconds, silent: silentMilliseconds },
): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (raw.complete) return;
    const takesLong = routeOptions.config?.takesLong === true;
    let arrived = raw.socket.bytesRead;
    const timer = setInterval(
      () => {
        const isSilent = raw.socket.bytesRead === arrived;
        arrived = raw.socket.bytesRead;
        if (raw.complete) clearInterval(timer);
        else if (isSilent || !takesLong) raw.destroy();
      },
      takesLong ? silent : usual,
    ).unref();
    raw.once('close', () => clearInterval(timer));
  });
}
