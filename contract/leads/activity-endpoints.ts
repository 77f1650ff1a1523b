import { z } from 'zod';
import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import { colleagueList } from '../identity/identity.ts';
import { repeatableHeaders } from '../intake/intake.ts';
import {
  activity,
  activityChange,
  activityCreate,
  activityPage,
  activityParams,
  activityQuery,
} from './activities.ts';
import { nextStepChange } from './lead-actions.ts';
import { lead } from './leads.ts';

const versionHeaders = z.looseObject({ 'if-match': z.string().max(1000).optional() });

/** What colleagues did about a lead, and noted (WS-15). */
export const activityEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/activities': {
    summary: 'Notes, calls, emails and meetings about a lead, the latest first',
    params: byId,
    query: activityQuery,
    answers: { 200: activityPage },
  },
  'GET /api/v1/leads/:id/readers': {
    summary: 'The people who may see the lead, and so may be mentioned in activities',
    params: byId,
    answers: { 200: colleagueList },
  },
  'POST /api/v1/leads/:id/activities': {
    summary: 'Add a note, a call, an email or a meeting',
    params: byId,
    headers: repeatableHeaders,
    body: activityCreate,
    answers: { 200: activity.describe('Added by the same request before'), 201: activity },
  },
  'PATCH /api/v1/leads/:id/activities/:activityId': {
    summary: 'Change an activity of yours; only the fields sent change',
    params: activityParams,
    headers: versionHeaders,
    body: activityChange,
    answers: { 200: activity },
  },
  'DELETE /api/v1/leads/:id/activities/:activityId': {
    summary: 'Delete an activity of yours, or any one as a Referrals admin',
    params: activityParams,
    headers: versionHeaders,
    answers: { 204: nothing },
  },
  'POST /api/v1/leads/:id/activities/:activityId/restore': {
    summary: 'Bring back an activity that was deleted within a day, as it was',
    params: activityParams,
    answers: { 200: activity },
  },
});

/** What happens next with a lead (WS-16). */
export const nextStepEndpoints = declareEndpoints('Leads', {
  'PUT /api/v1/leads/:id/next-step': {
    summary: 'Plan what happens next with an open lead, and when, or take it away',
    params: byId,
    headers: versionHeaders,
    body: nextStepChange,
    answers: { 200: lead },
  },
});
