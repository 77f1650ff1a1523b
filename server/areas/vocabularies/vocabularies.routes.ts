import type { FastifyReply } from 'fastify';
import { vocabularyEndpoints } from '../../../contract/vocabularies/endpoints.ts';
import type { Vocabulary } from '../../../contract/vocabularies/vocabularies.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { revisionTag } from '../../platform/http/if-match.ts';
import { actorOf } from '../identity/index.ts';
import type { VocabulariesService } from './vocabularies.service.ts';

function tagged(reply: FastifyReply, answer: Vocabulary): Vocabulary {
  reply.header('etag', revisionTag(answer.revision));
  return answer;
}

/** Vocabularies, for everyone who is signed in; operator admins change them (VO-1). */
export function registerVocabularyRoutes(app: App, vocabularies: VocabulariesService): void {
  const door = doorsOf(app, vocabularyEndpoints);
  door('GET /api/v1/vocabularies', (request) => vocabularies.list(actorOf(request)));
  door('POST /api/v1/vocabularies/:vocabulary/values', async (request, reply) => {
    const { params, body, headers } = request;
    const added = await vocabularies.add(actorOf(request), params, body, headers['if-match']);
    return tagged(reply.code(201), added);
  });
  door('PATCH /api/v1/vocabularies/:vocabulary/values/:code', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(reply, await vocabularies.rename(actorOf(request), params, body, headers['if-match']));
  });
  door('PUT /api/v1/vocabularies/:vocabulary/order', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(reply, await vocabularies.order(actorOf(request), params, body, headers['if-match']));
  });
  door('PUT /api/v1/vocabularies/:vocabulary/values/:code/retirement', async (request, reply) => {
    const { params, body, headers } = request;
    return tagged(reply, await vocabularies.retire(actorOf(request), params, body, headers['if-match']));
  });
  door('DELETE /api/v1/vocabularies/:vocabulary/values/:code/retirement', async (request, reply) => {
    const { params, headers } = request;
    return tagged(reply, await vocabularies.bringBack(actorOf(request), params, headers['if-match']));
  });
  door('POST /api/v1/vocabulary-packs/:pack/loading', (request) =>
    vocabularies.load(actorOf(request), request.params.pack, request.body),
  );
}
