import type { FastifyReply, FastifyRequest } from 'fastify';
import { liveEndpoints, newsEndpoints } from '../../../../contract/leads/endpoints.ts';
import { AppError } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { hashSecret } from '../../../platform/ids.ts';
import { type PersonActor, personOf, requirePermission, type SessionCookie } from '../../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { LiveLeads, LiveMessage } from './live.ts';
import { LiveStream } from './live-stream.ts';

/** A person has a few open windows, and some dead connections, not hundreds. */
const maxStreamsPerPerson = 24;

/**
 * Server-sent events: which of the leads you may see were received or changed (WS-9), and that your Action center has
 * something new (NT-5). People without lead access get only Action center events.
 */
export function registerLiveRoutes(app: App, live: LiveLeads, cookie: SessionCookie): void {
  const open = new Map<LiveStream, string>();

  doorsOf(app, liveEndpoints)('GET /api/v1/live', async (request, reply) => {
    const actor = personOf(request);
    requirePermission(actor, 'readLeads');
    await stream(request, actor, reply, true);
  });

  doorsOf(app, newsEndpoints)('GET /api/v1/action-center/live', (request, reply) =>
    stream(request, personOf(request), reply, false),
  );

  async function stream(
    request: FastifyRequest,
    actor: PersonActor,
    reply: FastifyReply,
    hearsOfLeads: boolean,
  ): Promise<void> {
    refuseTooMany(open, actor.personId);
    let opened: LiveStream | undefined;
    const send = ({ event, ...data }: LiveMessage) => opened?.send(event, data);
    const session = hashSecret(cookie.tokenOf(request) ?? '');
    const leave = await live.listen({ actor, session, hearsOfLeads, send, end: () => opened?.end() });
    reply.hijack();
    // The client disconnected in the meantime, and no close event will follow.
    if (reply.raw.destroyed) return leave();
    const made = new LiveStream(reply.raw, reply.getHeaders(), () => {
      open.delete(made);
      leave();
    });
    opened = made;
    open.set(made, actor.personId);
  }

  app.addHook('preClose', async () => {
    for (const one of [...open.keys()]) one.end();
    await live.stop();
  });
}

function refuseTooMany(open: ReadonlyMap<LiveStream, string>, personId: string): void {
  const streams = [...open.values()].filter((one) => one === personId).length;
  if (streams < maxStreamsPerPerson) return;
  throw new AppError('too-many-requests', sentence('tooMany', { most: maxStreamsPerPerson }), {
    retryAfterSeconds: 60,
  });
}
