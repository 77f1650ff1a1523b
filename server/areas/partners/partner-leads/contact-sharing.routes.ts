import type { FastifyReply } from 'fastify';
import { contactSharingEndpoints } from '../../../../contract/partners/endpoints.ts';
import type { ContactSharing } from '../../../../contract/partners/partner-leads.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { revisionTag } from '../../../platform/http/if-match.ts';
import { personOf } from '../../identity/index.ts';
import type { ContactSharingService } from './contact-sharing.service.ts';

function tagged(reply: FastifyReply, answer: ContactSharing): ContactSharing {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** Whether a partner shares contacts with the operator. */
export function registerContactSharingRoutes(app: App, sharing: ContactSharingService): void {
  const door = doorsOf(app, contactSharingEndpoints);
  door('GET /api/v1/contact-sharing', async (request, reply) =>
    tagged(reply, await sharing.get(personOf(request))),
  );
  door('PUT /api/v1/contact-sharing', async (request, reply) => {
    const { withOperator } = request.body;
    return tagged(reply, await sharing.set(personOf(request), withOperator, request.headers['if-match']));
  });
}
