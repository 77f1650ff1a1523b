import type { FastifyReply, FastifyRequest } from 'fastify';
import { leadListEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { LeadQuery } from '../../../../contract/leads/lead-list.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { sendDownload } from '../../../platform/http/download.ts';
import { whenGone } from '../../../platform/http/gone.ts';
import { actorOf } from '../../identity/index.ts';
import type { LeadExportService } from './lead-export.ts';
import type { LeadExport } from './lead-export-file.ts';
import type { LeadListService } from './lead-list.service.ts';
import { withOwnId } from './stand-ins.ts';

/** Reads that may scan every lead. */
const heavy = { config: { turn: 'heavy' } } as const;
const heavyByPost = { config: { turn: 'heavy', readsByPost: true } } as const;

/**
 * The list, its counts, its export, and the way from one lead to the next: by GET, and by POST for private searches.
 */
export function registerLeadListRoutes(app: App, list: LeadListService, exports: LeadExportService): void {
  const door = doorsOf(app, leadListEndpoints);
  door('GET /api/v1/leads', heavy, (request) => list.list(actorOf(request), asked(request, 'query')));
  door('POST /api/v1/leads/search', heavyByPost, (request) =>
    list.list(actorOf(request), asked(request, 'body')),
  );

  door('GET /api/v1/leads/facets', heavy, (request) =>
    list.facets(actorOf(request), asked(request, 'query')),
  );
  door('POST /api/v1/leads/facets', heavyByPost, (request) =>
    list.facets(actorOf(request), asked(request, 'body')),
  );

  door('GET /api/v1/leads/:id/neighbors', heavy, (request) =>
    list.neighbors(actorOf(request), request.params.id, asked(request, 'query')),
  );
  door('POST /api/v1/leads/:id/neighbors', heavyByPost, (request) =>
    list.neighbors(actorOf(request), request.params.id, asked(request, 'body')),
  );

  // Exports have their own queue and connections.
  door('GET /api/v1/leads/export', { config: { turn: 'own' } }, async (request, reply) =>
    sendFile(reply, await exports.export(actorOf(request), asked(request, 'query'), whenGone(reply))),
  );
  door('POST /api/v1/leads/export', { config: { turn: 'own', readsByPost: true } }, async (request, reply) =>
    sendFile(reply, await exports.export(actorOf(request), asked(request, 'body'), whenGone(reply))),
  );
}

/** What the request asks for, with the reader's id in place of `me`. */
function asked<
  Place extends 'query' | 'body',
  Request extends FastifyRequest & { readonly [P in Place]: Partial<LeadQuery> },
>(request: Request, place: Place): Request[Place] {
  return withOwnId<Request[Place]>(actorOf(request), request[place], place);
}

function sendFile(reply: FastifyReply, opened: LeadExport) {
  return sendDownload(reply.header('x-total-rows', String(opened.rows)), opened);
}
