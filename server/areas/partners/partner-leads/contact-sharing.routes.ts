import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type ContactSharing,
  contactSharing,
  contactSharingChange,
} from '../../../../contract/partners/partner-leads.ts';
import type { App } from '../../../platform/http/app.ts';
import { revisionTag } from '../../../platform/http/if-match.ts';
import { personOf } from '../../identity/index.ts';
import type { ContactSharingService } from './contact-sharing.service.ts';

const tags = ['Access'];
const url = '/api/v1/contact-sharing';
const response = { 200: contactSharing };
const headers = z.looseObject({ 'if-match': z.string().max(500).optional() });

function tagged(reply: FastifyReply, answer: ContactSharing): ContactSharing {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** Whether a partner shows contacts to the operator. */
export function registerContactSharingRoutes(app: App, sharing: ContactSharingService): void {
  app.get(
    url,
    { schema: { tags, summary: 'Whether the operator sees the contacts of your leads', response } },
    async (request, reply) => tagged(reply, await sharing.get(personOf(request))),
  );
  app.put(
    url,
    {
      schema: {
        tags,
        summary: 'Show the contacts of your leads to the operator, or no longer',
        headers,
        body: contactSharingChange,
        response,
      },
    },
    async (request, reply) => {
      const { withOperator } = request.body;
      return tagged(reply, await sharing.set(personOf(request), withOperator, request.headers['if-match']));
    },
  );
}
