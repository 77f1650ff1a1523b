import { z } from 'zod';
import { leadNotices, leadNoticesQuery } from '../../../../contract/mail/mail.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { LeadNoticesService } from './lead-notices.service.ts';

/** Why did I (not) get this? (NT-4) */
export function registerLeadNoticeRoutes(app: App, notices: LeadNoticesService): void {
  app.get(
    '/api/v1/leads/:id/notices',
    {
      schema: {
        tags: ['Leads'],
        summary: 'Notifications about the lead: who got one, how, and why someone did not',
        params: z.object({ id }),
        querystring: leadNoticesQuery,
        response: { 200: leadNotices },
      },
    },
    (request) => notices.list(actorOf(request), request.params.id, request.query.personId),
  );
}
