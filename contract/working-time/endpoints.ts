import { declareEndpoints, nothing, revisionHeaders } from '../endpoint.ts';
import { workingCalendar, workingCalendarAnswer } from './calendar.ts';

/** The working hours of an organization. */
export const workingTimeEndpoints = declareEndpoints('Calendar', {
  'GET /api/v1/working-calendar': {
    summary: 'When your organization works',
    answers: { 200: workingCalendarAnswer },
  },
  'PUT /api/v1/working-calendar': {
    summary: 'Set when your organization works; it moves reminders, never the end of a lead',
    headers: revisionHeaders,
    body: workingCalendar,
    answers: { 200: workingCalendarAnswer },
  },
  'DELETE /api/v1/working-calendar': {
    summary: 'Delete the working calendar: every hour counts again',
    headers: revisionHeaders,
    answers: { 204: nothing },
  },
});
