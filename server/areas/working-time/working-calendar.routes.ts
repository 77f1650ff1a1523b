import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type WorkingCalendarAnswer,
  workingCalendar,
  workingCalendarAnswer,
} from '../../../contract/working-time/calendar.ts';
import type { App } from '../../platform/http/app.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { personOf } from '../identity/index.ts';
import type { WorkingCalendarService } from './working-calendar.service.ts';

const tags = ['Calendar'];
const url = '/api/v1/working-calendar';
const headers = z.looseObject({ 'if-match': z.string().max(500).optional() });

function tagged(reply: FastifyReply, answer: WorkingCalendarAnswer): WorkingCalendarAnswer {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** When an organization works. */
export function registerWorkingCalendarRoutes(app: App, calendars: WorkingCalendarService): void {
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'When your organization works',
        response: { 200: workingCalendarAnswer },
      },
    },
    async (request, reply) => tagged(reply, await calendars.get(personOf(request))),
  );

  app.put(
    url,
    {
      schema: {
        tags,
        summary: 'Set when your organization works; it moves reminders, never the end of a lead',
        headers,
        body: workingCalendar,
        response: { 200: workingCalendarAnswer },
      },
    },
    async (request, reply) =>
      tagged(reply, await calendars.set(personOf(request), request.body, request.headers['if-match'])),
  );

  app.delete(
    url,
    {
      schema: {
        tags,
        summary: 'Delete the working calendar: every hour counts again',
        headers,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await calendars.remove(personOf(request), request.headers['if-match']);
      return reply.code(204).send(null);
    },
  );
}
