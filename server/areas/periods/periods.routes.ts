import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type OperatorPolicyAnswer,
  operatorPolicyAnswer,
  operatorPolicyChange,
} from '../../../contract/organizations/partners.ts';
import type { App } from '../../platform/http/app.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { actorOf } from '../identity/index.ts';
import type { PolicyService } from './periods.service.ts';

const tags = ['Operator'];
const path = '/api/v1/operator/policy';
const response = { 200: operatorPolicyAnswer };
const headers = z.looseObject({ 'if-match': z.string().max(500).optional() });

function tagged(reply: FastifyReply, answer: OperatorPolicyAnswer): OperatorPolicyAnswer {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** The periods of leads and the digest: for operator admins (LC-10). */
export function registerPolicyRoutes(app: App, policy: PolicyService): void {
  app.get(
    path,
    { schema: { tags, summary: 'The periods of leads, and when leads are emailed in a digest', response } },
    async (request, reply) => tagged(reply, await policy.get(actorOf(request))),
  );
  app.patch(
    path,
    {
      schema: {
        tags,
        summary: 'Change periods; leads received from then on have them',
        headers,
        body: operatorPolicyChange,
        response,
      },
    },
    async (request, reply) =>
      tagged(reply, await policy.change(actorOf(request), request.body, request.headers['if-match'])),
  );
}
