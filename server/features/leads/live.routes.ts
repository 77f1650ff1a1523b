import type { App } from '../../platform/http/app.ts';
import { personOf, requirePermission } from '../identity/index.ts';
import type { LiveLeads } from './live.ts';

const heartbeatMilliseconds = 25_000;
/** A stream ends after this long; the browser comes back by itself and is asked anew who it is. */
const lifetimeMilliseconds = 10 * 60_000;

/** Server-sent events: which of the leads you may see were received or changed (WS-9). */
export function registerLiveRoutes(app: App, live: LiveLeads): void {
  const open = new Set<() => void>();

  app.get(
    '/api/v1/live',
    { schema: { tags: ['Leads'], summary: 'Changes as server-sent events' } },
    async (request, reply) => {
      const actor = personOf(request);
      requirePermission(actor, 'readLeads');
      const stream = reply.raw;
      const leave = await live.listen({
        actor,
        send: (leadIds) => stream.write(`event: leads\ndata: ${JSON.stringify({ leadIds })}\n\n`),
      });
      reply.hijack();
      // Whoever hung up in the meantime is not told any more that they did.
      if (stream.destroyed) return leave();
      stream.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write('retry: 2000\n\n');
      const heartbeat = setInterval(() => stream.write(': still here\n\n'), heartbeatMilliseconds);
      const end = () => stream.end();
      const lifetime = setTimeout(end, lifetimeMilliseconds);
      open.add(end);
      stream.once('close', () => {
        clearInterval(heartbeat);
        clearTimeout(lifetime);
        open.delete(end);
        leave();
      });
    },
  );

  app.addHook('preClose', async () => {
    for (const end of open) end();
    await live.stop();
  });
}
