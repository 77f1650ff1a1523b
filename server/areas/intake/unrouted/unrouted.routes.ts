import { intakeEndpoints } from '../../../../contract/intake/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import type { UnroutedLeads } from './unrouted.service.ts';

/** The operator's actions on unrouted leads; for its admins. */
export function registerUnroutedRoutes(app: App, unrouted: UnroutedLeads): void {
  const door = doorsOf(app, intakeEndpoints);
  door('GET /api/v1/leads/:id/routing', (request) => unrouted.advise(actorOf(request), request.params.id));

  door('POST /api/v1/leads/:id/routing', (request) =>
    unrouted.send(actorOf(request), request.params.id, request.body),
  );
}
