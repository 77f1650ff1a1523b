import type { Socket } from 'node:net';
import type { App } from './app.ts';

/** How often a server that stops looks for connections that have had their last answer. */
const sweepMilliseconds = 50;

/**
 * Browsers open connections ahead of what they will ask. A server that stops ends those on which nothing was
 * asked yet: nobody waits for an answer there, and Node would wait for them until its time limit. So it would for
 * connections that got their answer while the server stopped, and that their clients keep open for more.
 */
export function endSilentConnections(app: App): void {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', (request) => silent.delete(request.socket));
  app.addHook('preClose', async () => {
    for (const socket of silent) socket.destroy();
    const sweep = setInterval(() => app.server.closeIdleConnections(), sweepMilliseconds).unref();
    app.server.once('close', () => clearInterval(sweep));
  });
}
