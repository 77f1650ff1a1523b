import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { possibleDuplicates } from '../../../../contract/leads/duplicates.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { type Actor, actorOf } from '../../identity/index.ts';
import type { DuplicatesService } from './duplicates.service.ts';

const tags = ['Leads'];
const ofPair = z.object({ id, otherId: id });

/** Possible duplicates of a lead: seen, linked, dismissed (LQ-4). */
export function registerDuplicateRoutes(app: App, duplicates: DuplicatesService): void {
  app.get(
    '/api/v1/leads/:id/duplicates',
    {
      schema: {
        tags,
        summary: 'Leads that may be the same inquiry, with the reasons',
        params: z.object({ id }),
        response: { 200: possibleDuplicates },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return duplicates.list(actorOf(request), request.params.id);
    },
  );

  const decision = (
    method: 'PUT' | 'DELETE',
    tail: '' | '/dismissal',
    summary: string,
    act: (actor: Actor, leadId: string, otherId: string) => Promise<void>,
  ) =>
    app.route({
      method,
      url: `/api/v1/leads/:id/duplicates/:otherId${tail}`,
      schema: { tags, summary, params: ofPair, response: { 204: z.null() } },
      handler: async (
        request: FastifyRequest<{ Params: { id: string; otherId: string } }>,
        reply: FastifyReply,
      ) => {
        await act(actorOf(request), request.params.id, request.params.otherId);
        return reply.code(204).send(null);
      },
    });
  decision('PUT', '', 'Say that two leads are the same inquiry', duplicates.link.bind(duplicates));
  decision('DELETE', '', 'Take that back', duplicates.unlink.bind(duplicates));
  decision(
    'PUT',
    '/dismissal',
    'Say that two leads are not the same inquiry',
    duplicates.dismiss.bind(duplicates),
  );
  decision('DELETE', '/dismissal', 'Take that back', duplicates.takeBackDismissal.bind(duplicates));
}
