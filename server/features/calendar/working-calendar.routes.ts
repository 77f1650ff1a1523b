import { z } from 'zod';
import { workingCalendar, workingCalendarAnswer } from '../../../contract/calendar.ts';
import type { App } from '../../platform/http/app.ts';
import { personOf } from '../identity/index.ts';
import type { WorkingCalendarService } from './working-calendar.service.ts';

const tags = ['Calendar'];
const url = '/api/v1/working-calendar';

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
    (request) => calendars.get(personOf(request)),
  );

  app.put(
    url,
    {
      schema: {
        tags,
        summary: 'Set when your organization works; it moves reminders, never the end of a lead',
        body: workingCalendar,
        response: { 200: workingCalendarAnswer },
      },
    },
    (request) => calendars.set(personOf(request), request.body),
  );

  app.delete(
    url,
    {
      schema: {
        tags,
        summary: 'Delete the working calendar: every hour counts again',
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await calendars.remove(personOf(request));
      return reply.code(204).send(null);
    },
  );
}
