import { presenceEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { personOf } from '../../identity/index.ts';
import type { PresenceService } from './presence.service.ts';

/** Who has a lead open right now. Programs look at nothing. */
export function registerPresenceRoutes(app: App, presence: PresenceService): void {
  const door = doorsOf(app, presenceEndpoints);
  door('PUT /api/v1/leads/:id/presence', (request) =>
    presence.beat(personOf(request), request.params.id, request.body),
  );

  door('DELETE /api/v1/leads/:id/presence', async (request, reply) => {
    await presence.leave(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
