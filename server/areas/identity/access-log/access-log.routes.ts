import { accessEndpoints } from '../../../../contract/identity/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { personOf } from '../authentication.ts';
import type { AccessLogService } from './access-log.service.ts';

/** The access log of an organization. */
export function registerAccessLogRoutes(app: App, log: AccessLogService): void {
  const door = doorsOf(app, accessEndpoints);
  door('GET /api/v1/access-log', (request) =>
    log.list(personOf(request), request.query.cursor, request.query.limit),
  );
}
