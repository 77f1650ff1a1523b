import type { FastifyReply } from 'fastify';
import type { SharingRules } from '../../../../contract/leads/sharing.ts';
import { sharingEndpoints } from '../../../../contract/leads/sharing-endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { revisionTag } from '../../../platform/http/if-match.ts';
import { personOf } from '../../identity/index.ts';
import type { HoldersService } from './holders.service.ts';
import type { SharingRulesService } from './sharing-rules.service.ts';

function tagged(reply: FastifyReply, answer: SharingRules): SharingRules {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** Rules that give new leads to people (WT-1). */
export function registerSharingRoutes(app: App, rules: SharingRulesService, holders: HoldersService): void {
  const door = doorsOf(app, sharingEndpoints);
  door('GET /api/v1/sharing-rules', async (request, reply) =>
    tagged(reply, await rules.get(personOf(request))),
  );
  door('PUT /api/v1/sharing-rules', async (request, reply) =>
    tagged(reply, await rules.set(personOf(request), request.body, request.headers['if-match'])),
  );
  door('GET /api/v1/sharing-rules/waiting', (request) => rules.listWaiting(personOf(request)));
  door('GET /api/v1/held-leads', (request) => holders.list(personOf(request)));
  door('GET /api/v1/people/:personId/held-leads', (request) =>
    holders.count(personOf(request), request.params.personId),
  );
}
