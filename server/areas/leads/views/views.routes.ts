import type { FastifyReply } from 'fastify';
import { viewEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { SavedView } from '../../../../contract/leads/views.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { revisionTag } from '../../../platform/http/if-match.ts';
import { personOf } from '../../identity/index.ts';
import type { DeskService } from './desk.service.ts';
import type { ViewsService } from './views.service.ts';

/** Saved views of the list of leads, and what it remembers for a person. Programs have neither. */
export function registerViewRoutes(app: App, views: ViewsService, desk: DeskService): void {
  const door = doorsOf(app, viewEndpoints);
  door('GET /api/v1/views', async (request) => ({ items: await views.list(personOf(request)) }));

  door('POST /api/v1/views', async (request, reply) => {
    const view = await views.create(personOf(request), request.body);
    return tagged(reply.code(201), view);
  });

  door('GET /api/v1/views/:id', async (request, reply) =>
    tagged(reply, await views.get(personOf(request), request.params.id)),
  );

  door('PATCH /api/v1/views/:id', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(reply, await views.change(personOf(request), params.id, body, headers['if-match']));
  });

  door('DELETE /api/v1/views/:id', async (request, reply) => {
    await views.remove(personOf(request), request.params.id, request.headers['if-match']);
    return reply.code(204).send(null);
  });

  door('PUT /api/v1/views/:id/layer', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await views.saveLayer(personOf(request), params.id, body));
  });

  door('DELETE /api/v1/views/:id/layer', async (request, reply) =>
    tagged(reply, await views.resetLayer(personOf(request), request.params.id)),
  );

  door('PUT /api/v1/views/:id/subscription', async (request, reply) =>
    tagged(reply, await views.follow(personOf(request), request.params.id)),
  );

  door('DELETE /api/v1/views/:id/subscription', async (request, reply) =>
    tagged(reply, await views.unfollow(personOf(request), request.params.id)),
  );

  door('GET /api/v1/me/desk', (request) => desk.read(personOf(request)));
  door('PATCH /api/v1/me/desk', (request) => desk.change(personOf(request), request.body));
}

function tagged(reply: FastifyReply, view: SavedView): SavedView {
  reply.header('etag', revisionTag(String(view.version)));
  return view;
}
