import type { FastifyReply } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { type PersonActor, personOf, requirePermission } from '../identity/index.ts';
import type { LiveLeads, LiveMessage } from './live.ts';
import { LiveStream } from './live-stream.ts';

/** A person has a few windows open, not hundreds. */
const maxStreamsPerSession = 12;

/**
 * Server-sent events: which of the leads you may see were received or changed (WS-9), and that your Action center was
 * written to (NT-5). Who sees no leads has a stream for the latter alone.
 */
export function registerLiveRoutes(app: App, live: LiveLeads): void {
  const open = new Map<LiveStream, string>();

  app.get(
    '/api/v1/live',
    { schema: { tags: ['Leads'], summary: 'Changes as server-sent events' } },
    async (request, reply) => {
      const actor = personOf(request);
      requirePermission(actor, 'readLeads');
      await stream(actor, true, reply);
    },
  );

  app.get(
    '/api/v1/action-center/live',
    { schema: { tags: ['Action center'], summary: 'News for me as server-sent events' } },
    (request, reply) => stream(personOf(request), false, reply),
  );

  async function stream(actor: PersonActor, hearsOfLeads: boolean, reply: FastifyReply): Promise<void> {
    refuseTooMany(open, actor.sessionId);
    let opened: LiveStream | undefined;
    const send = ({ event, ...data }: LiveMessage) => opened?.send(event, data);
    const leave = await live.listen({ actor, hearsOfLeads, send });
    reply.hijack();
    // Whoever hung up in the meantime is not told any more that they did.
    if (reply.raw.destroyed) return leave();
    const made = new LiveStream(reply.raw, () => {
      open.delete(made);
      leave();
    });
    opened = made;
    open.set(made, actor.sessionId);
  }

  app.addHook('preClose', async () => {
    for (const one of [...open.keys()]) one.end();
    await live.stop();
  });
}

function refuseTooMany(open: ReadonlyMap<LiveStream, string>, sessionId: string): void {
  const streams = [...open.values()].filter((one) => one === sessionId).length;
  if (streams < maxStreamsPerSession) return;
  throw new AppError('too-many-requests', `More than ${maxStreamsPerSession} live streams of one session.`, {
    retryAfterSeconds: 60,
  });
}
