import { declareEndpoints, revisionHeaders } from '../endpoint.ts';
import { operatorPolicyAnswer, operatorPolicyChange } from '../organizations/partners.ts';

/** Deadlines and retention of leads, and the digest (LC-10). */
export const periodEndpoints = declareEndpoints('Operator', {
  'GET /api/v1/operator/policy': {
    summary: 'The periods of leads, and when leads are emailed in a digest',
    answers: { 200: operatorPolicyAnswer },
  },
  'PATCH /api/v1/operator/policy': {
    summary: 'Change periods; leads received from then on have them',
    headers: revisionHeaders,
    body: operatorPolicyChange,
    answers: { 200: operatorPolicyAnswer },
  },
});
