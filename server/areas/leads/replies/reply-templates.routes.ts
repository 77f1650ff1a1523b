import type { FastifyReply } from 'fastify';
import { replyTemplateEndpoints } from '../../../../contract/leads/reply-endpoints.ts';
import type { ReplyTemplate } from '../../../../contract/leads/reply-templates.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { revisionTag } from '../../../platform/http/if-match.ts';
import { personOf } from '../../identity/index.ts';
import type { ReplyTemplatesService } from './reply-templates.service.ts';

/** Templates of replies. Programs write no replies. */
export function registerReplyTemplateRoutes(app: App, templates: ReplyTemplatesService): void {
  const door = doorsOf(app, replyTemplateEndpoints);
  door('GET /api/v1/reply-templates', async (request) => ({
    items: await templates.list(personOf(request)),
  }));

  door('POST /api/v1/reply-templates', async (request, reply) =>
    tagged(reply.code(201), await templates.create(personOf(request), request.body)),
  );

  door('PATCH /api/v1/reply-templates/:id', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(reply, await templates.change(personOf(request), params.id, body, headers['if-match']));
  });

  door('DELETE /api/v1/reply-templates/:id', async (request, reply) => {
    await templates.remove(personOf(request), request.params.id, request.headers['if-match']);
    return reply.code(204).send(null);
  });
}

function tagged(reply: FastifyReply, template: ReplyTemplate): ReplyTemplate {
  reply.header('etag', revisionTag(String(template.version)));
  return template;
}
