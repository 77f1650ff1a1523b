import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { personOf, requirePermission } from '../identity/index.ts';
import type { LiveLeads } from './live.ts';
import { LiveStream } from './live-stream.ts';

/** A person has a few windows open, not hundreds. */
const maxStreamsPerSession = 12;

/** Server-sent events: which of the leads you may see were received or changed (WS-9). */
export function registerLiveRoutes(app: App, live: LiveLeads): void {
  const open = new Map<LiveStream, string>();

  app.get(
    '/api/v1/live',
    { schema: { tags: ['Leads'], summary: 'Changes as server-sent events' } },
    async (request, reply) => {
      const actor = personOf(request);
      requirePermission(actor, 'readLeads');
      const streams = [...open.values()].filter((sessionId) => sessionId === actor.sessionId).length;
      if (streams >= maxStreamsPerSession) {
        throw new AppError(
          'too-many-requests',
          `More than ${maxStreamsPerSession} live streams of one session.`,
          {
            retryAfterSeconds: 60,
          },
        );
      }
      let stream: LiveStream | undefined;
      const leave = await live.listen({ actor, send: (leadIds) => stream?.send('leads', { leadIds }) });
      reply.hijack();
      // Whoever hung up in the meantime is not told any more that they did.
      if (reply.raw.destroyed) return leave();
      const opened = new LiveStream(reply.raw, () => {
        open.delete(opened);
        leave();
      });
      stream = opened;
      open.set(opened, actor.sessionId);
    },
  );

  app.addHook('preClose', async () => {
    for (const stream of [...open.keys()]) stream.end();
    await live.stop();
  });
}
