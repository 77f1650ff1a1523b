import { z } from 'zod';
import {
  leadExportQuery,
  leadFacets,
  leadListQuery,
  leadNeighbors,
  leadNeighborsQuery,
  leadPage,
  leadSelection,
} from '../../../contract/lead-list.ts';
import { id, maxNameCharacters, text } from '../../../contract/text.ts';
import type { App } from '../../platform/http/app.ts';
import { actorOf } from '../identity/index.ts';
import type { LeadExportService } from './lead-export.ts';
import type { LeadListService } from './lead-list.service.ts';

const tags = ['Leads'];
/** A download that takes nothing for this long is given up. */
const stalledMilliseconds = 60_000;
const facetsQuery = leadSelection.extend({
  customerNameContains: text(maxNameCharacters)
    .transform((part) => part || undefined)
    .optional()
    .describe('Narrows the customer names that are listed'),
});

/** The list, its counts, its export, and the way from lead to lead. */
export function registerLeadListRoutes(app: App, list: LeadListService, exports: LeadExportService): void {
  app.get(
    '/api/v1/leads',
    {
      schema: {
        tags,
        summary: 'The leads you may see, page by page',
        querystring: leadListQuery,
        response: { 200: leadPage },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return list.list(actorOf(request), request.query);
    },
  );

  app.get(
    '/api/v1/leads/facets',
    {
      schema: {
        tags,
        summary: 'Counts for tabs and filters',
        querystring: facetsQuery,
        response: { 200: leadFacets },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { customerNameContains, ...selection } = request.query;
      return list.facets(actorOf(request), selection, customerNameContains);
    },
  );

  app.get(
    '/api/v1/leads/:id/neighbors',
    {
      schema: {
        tags,
        summary: 'The leads before and after one',
        params: z.object({ id }),
        querystring: leadNeighborsQuery,
        response: { 200: leadNeighbors },
      },
    },
    (request) => list.neighbors(actorOf(request), request.params.id, request.query),
  );

  app.get(
    '/api/v1/leads/export',
    {
      schema: { tags, summary: 'Exactly the selected leads as CSV, every row', querystring: leadExportQuery },
    },
    async (request, reply) => {
      const { fileName, rows, body } = await exports.export(actorOf(request), request.query);
      // The stream ends the body when the reader goes away; one that only stands still is sent away.
      reply.raw.setTimeout(stalledMilliseconds, () => reply.raw.destroy());
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .header('x-total-rows', String(rows))
        .header('cache-control', 'no-store');
      return reply.send(body);
    },
  );
}
