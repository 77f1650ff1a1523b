import type { FastifyReply } from 'fastify';
import type { OperatorPolicyAnswer } from '../../../contract/organizations/partners.ts';
import { periodEndpoints } from '../../../contract/periods/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { actorOf } from '../identity/index.ts';
import type { PeriodsService } from './periods.service.ts';

function tagged(reply: FastifyReply, answer: OperatorPolicyAnswer): OperatorPolicyAnswer {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** Deadlines and retention of leads, and the digest: for operator admins (LC-10). */
export function registerPeriodRoutes(app: App, policy: PeriodsService): void {
  const door = doorsOf(app, periodEndpoints);
  door('GET /api/v1/operator/policy', async (request, reply) =>
    tagged(reply, await policy.get(actorOf(request))),
  );
  door('PATCH /api/v1/operator/policy', async (request, reply) =>
    tagged(reply, await policy.change(actorOf(request), request.body, request.headers['if-match'])),
  );
}
