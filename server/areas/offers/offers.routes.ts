import type { FastifyReply, FastifyRequest } from 'fastify';
import { offerEndpoints } from '../../../contract/offers/endpoints.ts';
import type { Offer } from '../../../contract/offers/offers.ts';
import type { Spoken } from '../../../contract/sentences.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { forReader } from '../../platform/http/reader-language.ts';
import { actorOf } from '../identity/index.ts';
import type { OffersService } from './offers.service.ts';

function tagged(request: FastifyRequest, reply: FastifyReply, answer: Spoken<Offer>): Offer {
  reply.header('etag', revisionTag(String(answer.revision)));
  return forReader(request, answer);
}

/** Offers, for those who manage them (OF-1 to OF-4). */
export function registerOfferRoutes(app: App, offers: OffersService): void {
  const door = doorsOf(app, offerEndpoints);
  door('GET /api/v1/offers', (request) => offers.list(actorOf(request), request.query));
  door('POST /api/v1/offers', async (request, reply) =>
    tagged(request, reply.code(201), await offers.create(actorOf(request), request.body)),
  );
  door('GET /api/v1/offers/:id', async (request, reply) =>
    tagged(request, reply, await offers.get(actorOf(request), request.params.id)),
  );
  door('PATCH /api/v1/offers/:id', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(
      request,
      reply,
      await offers.change(actorOf(request), params.id, body, headers['if-match']),
    );
  });
  door('DELETE /api/v1/offers/:id', async (request, reply) => {
    await offers.remove(actorOf(request), request.params.id, request.headers['if-match']);
    return reply.code(204).send(null);
  });
  door('POST /api/v1/offers/:id/preview', async (request, reply) => {
    const { params, headers } = request;
    return tagged(request, reply, await offers.preview(actorOf(request), params.id, headers['if-match']));
  });
  door('POST /api/v1/offers/:id/publish', async (request, reply) => {
    const { params, headers } = request;
    return tagged(request, reply, await offers.publish(actorOf(request), params.id, headers['if-match']));
  });
  door('POST /api/v1/offers/:id/discard', async (request, reply) => {
    const { params, headers } = request;
    return tagged(request, reply, await offers.discard(actorOf(request), params.id, headers['if-match']));
  });
  door('POST /api/v1/offers/:id/stop', async (request, reply) => {
    const { params, headers } = request;
    return tagged(request, reply, await offers.stop(actorOf(request), params.id, headers['if-match']));
  });
}
