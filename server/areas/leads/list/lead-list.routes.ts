import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  leadExportQuery,
  leadFacets,
  leadFacetsQuery,
  leadListQuery,
  leadNeighbors,
  leadNeighborsQuery,
  leadPage,
} from '../../../../contract/leads/lead-list.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { whenGone } from '../../../platform/http/gone.ts';
import { actorOf } from '../../identity/index.ts';
import type { LeadExport, LeadExportService } from './lead-export.ts';
import type { LeadListService } from './lead-list.service.ts';

const tags = ['Leads'];
/** Reads that may look at every lead there is. */
const heavy = { turn: 'heavy' } as const;
const asked = { turn: 'heavy', readsByPost: true } as const;
/** A download that takes nothing for this long is given up. */
const stalledMilliseconds = 60_000;
/** A term that names a person stays out of the address, and so out of logs and histories on its way (DP-2). */
const asBody = 'with the question in the body, for searches that do not belong in an address';

/** The list, its counts, its export, and the way from lead to lead: by GET, and by POST for what is private. */
export function registerLeadListRoutes(app: App, list: LeadListService, exports: LeadExportService): void {
  registerPages(app, list);
  registerCounts(app, list);
  registerNeighbors(app, list);
  registerExports(app, exports);
}

function registerPages(app: App, list: LeadListService): void {
  const response = { 200: leadPage };
  app.get(
    '/api/v1/leads',
    {
      schema: { tags, summary: 'The leads you may see, page by page', querystring: leadListQuery, response },
      config: heavy,
    },
    (request) => list.list(actorOf(request), request.query),
  );
  app.post(
    '/api/v1/leads/search',
    {
      schema: { tags, summary: `The same as GET /api/v1/leads, ${asBody}`, body: leadListQuery, response },
      config: asked,
    },
    (request) => list.list(actorOf(request), request.body),
  );
}

function registerCounts(app: App, list: LeadListService): void {
  const response = { 200: leadFacets };
  app.get(
    '/api/v1/leads/facets',
    {
      schema: { tags, summary: 'Counts for tabs and filters', querystring: leadFacetsQuery, response },
      config: heavy,
    },
    (request) => list.facets(actorOf(request), request.query),
  );
  app.post(
    '/api/v1/leads/facets',
    {
      schema: { tags, summary: `The same counts, ${asBody}`, body: leadFacetsQuery, response },
      config: asked,
    },
    (request) => list.facets(actorOf(request), request.body),
  );
}

function registerNeighbors(app: App, list: LeadListService): void {
  const schema = { tags, params: z.object({ id }), response: { 200: leadNeighbors } };
  app.get(
    '/api/v1/leads/:id/neighbors',
    {
      schema: { ...schema, summary: 'The leads before and after one', querystring: leadNeighborsQuery },
      config: heavy,
    },
    (request) => list.neighbors(actorOf(request), request.params.id, request.query),
  );
  app.post(
    '/api/v1/leads/:id/neighbors',
    {
      schema: { ...schema, summary: `The same neighbors, ${asBody}`, body: leadNeighborsQuery },
      config: asked,
    },
    (request) => list.neighbors(actorOf(request), request.params.id, request.body),
  );
}

function registerExports(app: App, exports: LeadExportService): void {
  app.get(
    '/api/v1/leads/export',
    {
      schema: { tags, summary: 'Exactly the selected leads as CSV, every row', querystring: leadExportQuery },
      // Exports have a line and connections of their own.
      config: { turn: 'own' },
    },
    async (request, reply) =>
      sendFile(reply, await exports.export(actorOf(request), request.query, whenGone(reply))),
  );
  app.post(
    '/api/v1/leads/export',
    {
      schema: { tags, summary: `The same file, ${asBody}`, body: leadExportQuery },
      config: { turn: 'own', readsByPost: true },
    },
    async (request, reply) =>
      sendFile(reply, await exports.export(actorOf(request), request.body, whenGone(reply))),
  );
}

function sendFile(reply: FastifyReply, { fileName, rows, body }: LeadExport) {
  // The stream ends the body when the reader goes away; one that only stands still is sent away.
  reply.raw.setTimeout(stalledMilliseconds, () => reply.raw.destroy());
  reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('x-total-rows', String(rows))
    .header('cache-control', 'no-store');
  return reply.send(body);
}
