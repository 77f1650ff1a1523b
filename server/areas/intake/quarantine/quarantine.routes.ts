import { quarantineEndpoints } from '../../../../contract/intake/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import type { Quarantine } from './quarantine.service.ts';

/** The operator's quarantine of suspected spam (IN-7); for operator admins. */
export function registerQuarantineRoutes(app: App, quarantine: Quarantine): void {
  const door = doorsOf(app, quarantineEndpoints);
  door('GET /api/v1/quarantine', (request) => quarantine.list(actorOf(request), request.query));

  door('GET /api/v1/quarantine/summary', (request) => quarantine.summarize(actorOf(request)));

  door('GET /api/v1/quarantine/:id', (request) => quarantine.read(actorOf(request), request.params.id));

  door('POST /api/v1/quarantine/:id/release', (request) =>
    quarantine.release(actorOf(request), request.params.id),
  );

  door('POST /api/v1/quarantine/:id/spam', (request) =>
    quarantine.confirmSpam(actorOf(request), request.params.id),
  );

  door('POST /api/v1/quarantine/:id/restore', (request) =>
    quarantine.restore(actorOf(request), request.params.id),
  );
}
