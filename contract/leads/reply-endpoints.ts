import { byId, declareEndpoints, nothing, revisionHeaders } from '../endpoint.ts';
import {
  replyTemplate,
  replyTemplateChange,
  replyTemplateCreate,
  replyTemplateList,
} from './reply-templates.ts';

/** Templates of replies: a person's own, those that are shared, and those that come with Leadlight (WS-17). */
export const replyTemplateEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/reply-templates': {
    summary: 'The templates that you can begin a reply with: yours, shared ones, and starters',
    answers: { 200: replyTemplateList },
  },
  'POST /api/v1/reply-templates': {
    summary: 'Write a template, for yourself or for everyone who works on leads here',
    body: replyTemplateCreate,
    answers: { 201: replyTemplate },
  },
  'PATCH /api/v1/reply-templates/:id': {
    summary: 'Change a template; only the fields sent change',
    params: byId,
    headers: revisionHeaders,
    body: replyTemplateChange,
    answers: { 200: replyTemplate },
  },
  'DELETE /api/v1/reply-templates/:id': {
    summary: 'Delete a template',
    params: byId,
    headers: revisionHeaders,
    answers: { 204: nothing },
  },
});
