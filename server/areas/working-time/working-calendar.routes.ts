import type { FastifyReply } from 'fastify';
import type { WorkingCalendarAnswer } from '../../../contract/working-time/calendar.ts';
import { workingTimeEndpoints } from '../../../contract/working-time/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { personOf } from '../identity/index.ts';
import type { WorkingCalendarService } from './working-calendar.service.ts';

function tagged(reply: FastifyReply, answer: WorkingCalendarAnswer): WorkingCalendarAnswer {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** The working hours of an organization. */
export function registerWorkingCalendarRoutes(app: App, calendars: WorkingCalendarService): void {
  const door = doorsOf(app, workingTimeEndpoints);
  door('GET /api/v1/working-calendar', async (request, reply) =>
    tagged(reply, await calendars.get(personOf(request))),
  );

  door('PUT /api/v1/working-calendar', async (request, reply) =>
    tagged(reply, await calendars.set(personOf(request), request.body, request.headers['if-match'])),
  );

  door('DELETE /api/v1/working-calendar', async (request, reply) => {
    await calendars.remove(personOf(request), request.headers['if-match']);
    return reply.code(204).send(null);
  });
}
