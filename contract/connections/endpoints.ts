import { declareEndpoints, nothing } from '../endpoint.ts';
import { calendarFeedAnswer, calendarFeedCreated } from '../working-time/calendar.ts';

/** The calendar link of each person. */
export const connectionEndpoints = declareEndpoints('Calendar', {
  'GET /api/v1/calendar-feed': {
    summary: 'Whether you have a calendar link for this organization',
    answers: { 200: calendarFeedAnswer },
  },
  'POST /api/v1/calendar-feed': {
    summary: 'Create a calendar link; it is shown only once, and the one before it ends',
    answers: { 201: calendarFeedCreated },
  },
  'DELETE /api/v1/calendar-feed': { summary: 'Revoke your calendar link', answers: { 204: nothing } },
});
