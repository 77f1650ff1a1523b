import { leadNoticeEndpoints } from '../../../../contract/messages/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { forReader } from '../../../platform/http/reader-language.ts';
import { actorOf } from '../../identity/index.ts';
import type { LeadNoticesService } from './lead-notices.service.ts';

/** Why did I (not) get this? (NT-4) */
export function registerLeadNoticeRoutes(app: App, notices: LeadNoticesService): void {
  const door = doorsOf(app, leadNoticeEndpoints);
  door('GET /api/v1/leads/:id/notices', async (request) =>
    forReader(request, await notices.list(actorOf(request), request.params.id, request.query.personId)),
  );
}
