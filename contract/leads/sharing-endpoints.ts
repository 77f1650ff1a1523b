import { z } from 'zod';
import { declareEndpoints, revisionHeaders } from '../endpoint.ts';
import { id } from '../text.ts';
import { heldLeads, holders, leadsToShare, sharingRules, sharingRulesChange } from './sharing.ts';

/** Rules that give new leads to people (WT-1). */
export const sharingEndpoints = declareEndpoints('Sharing', {
  'GET /api/v1/sharing-rules': {
    summary: 'By which rules new leads are given to people',
    answers: { 200: sharingRules },
  },
  'PUT /api/v1/sharing-rules': {
    summary: 'Replace the rules; what they have given so far this week stays counted',
    headers: revisionHeaders,
    body: sharingRulesChange,
    answers: { 200: sharingRules },
  },
  'GET /api/v1/sharing-rules/waiting': {
    summary: 'Leads that no rule can give to anybody now',
    answers: { 200: leadsToShare },
  },
  'GET /api/v1/held-leads': {
    summary: 'Who owns how many leads that need somebody',
    answers: { 200: holders },
  },
  'GET /api/v1/people/:personId/held-leads': {
    summary: 'How many leads somebody holds that need somebody',
    params: z.object({ personId: id }),
    answers: { 200: heldLeads },
  },
});
