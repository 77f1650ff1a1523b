import type { Socket } from 'node:net';
import type { App } from './app.ts';

/** How often a stopping server checks for connections that have had their last answer. */
const sweepMilliseconds = 50;

/**
 * Browsers open connections ahead of their requests. A stopping server closes those without a request: nobody waits for
 * an answer there, and Node would wait until its time limit. The same holds for connections that got their answer while
 * the server was stopping and that their clients keep open.
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
