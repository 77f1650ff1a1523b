import { duplicateEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { forReader } from '../../../platform/http/reader-language.ts';
import { actorOf } from '../../identity/index.ts';
import type { DuplicatesService } from './duplicates.service.ts';

/** Possible duplicates of a lead: viewing, linking and dismissing them (LQ-4). */
export function registerDuplicateRoutes(app: App, duplicates: DuplicatesService): void {
  const door = doorsOf(app, duplicateEndpoints);
  door('GET /api/v1/leads/:id/duplicates', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return forReader(request, await duplicates.list(actorOf(request), request.params.id));
  });

  door('PUT /api/v1/leads/:id/duplicates/:otherId', async (request, reply) => {
    await duplicates.link(actorOf(request), request.params.id, request.params.otherId);
    return reply.code(204).send(null);
  });

  door('DELETE /api/v1/leads/:id/duplicates/:otherId', async (request, reply) => {
    await duplicates.unlink(actorOf(request), request.params.id, request.params.otherId);
    return reply.code(204).send(null);
  });

  door('PUT /api/v1/leads/:id/duplicates/:otherId/dismissal', async (request, reply) => {
    await duplicates.dismiss(actorOf(request), request.params.id, request.params.otherId);
    return reply.code(204).send(null);
  });

  door('DELETE /api/v1/leads/:id/duplicates/:otherId/dismissal', async (request, reply) => {
    await duplicates.withdrawDismissal(actorOf(request), request.params.id, request.params.otherId);
    return reply.code(204).send(null);
  });
}
