import { accessLogPage, accessLogQuery } from '../../../../contract/identity/identity.ts';
import type { App } from '../../../platform/http/app.ts';
import { personOf } from '../authentication.ts';
import type { AccessLogService } from './access-log.service.ts';

const tags = ['Access'];

/** The access log of an organization. */
export function registerAccessLogRoutes(app: App, log: AccessLogService): void {
  app.get(
    '/api/v1/access-log',
    {
      schema: {
        tags,
        summary: 'Who read or changed what',
        querystring: accessLogQuery,
        response: { 200: accessLogPage },
      },
    },
    (request) => log.list(personOf(request), request.query.cursor, request.query.limit),
  );
}
