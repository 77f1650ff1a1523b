import { z } from 'zod';
import { declareEndpoints, nothing, revisionHeaders } from '../endpoint.ts';
import { id } from '../text.ts';
import { absence, absenceChange, absenceList } from './absences.ts';
import { workingCalendar, workingCalendarAnswer } from './calendar.ts';

const ofPerson = z.object({ personId: id });

/** When organizations and their people work. */
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
  'GET /api/v1/absences': {
    summary: 'Who is away, now or soon',
    answers: { 200: absenceList },
  },
  'PUT /api/v1/absences/:personId': {
    summary: 'Say when you are away, or a colleague: rules give no leads meanwhile',
    params: ofPerson,
    body: absenceChange,
    answers: { 200: absence },
  },
  'DELETE /api/v1/absences/:personId': {
    summary: 'They are not away after all, or are back',
    params: ofPerson,
    answers: { 204: nothing },
  },
});
