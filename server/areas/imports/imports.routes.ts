import type { FastifyReply, FastifyRequest } from 'fastify';
import { importEndpoints } from '../../../contract/imports/endpoints.ts';
import { mostFileBytes } from '../../engines/table-files/index.ts';
import type { App } from '../../platform/http/app.ts';
import { sendCsv } from '../../platform/http/csv-download.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { readerLanguage } from '../../platform/http/reader-language.ts';
import { personOf } from '../identity/index.ts';
import type { ImportsService } from './imports.service.ts';
import type { RejectedFile } from './rejected-file.ts';

const heavy = { config: { turn: 'heavy' } } as const;

/** The types under which browsers and programs send tables; what is in the file is found out from its bytes. */
const tableTypes = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];

/** Imports of leads from files, for people. */
export function registerImportRoutes(app: App, imports: ImportsService, rejected: RejectedFile): void {
  // Only this door takes files: their bytes pass by, and are never in memory together.
  app.register(async (scope: App) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(tableTypes, (_request, payload, done) => done(null, payload));
    const door = doorsOf(scope, importEndpoints);
    door(
      'POST /api/v1/imports',
      { bodyLimit: mostFileBytes, config: { turn: 'own', takesLong: true } },
      async (request, reply) => {
        const sent = { contentType: request.headers['content-type'] ?? '', bytes: bytesOf(request) };
        const brought = await imports.bring(personOf(request), sent, request.query, readerLanguage(request));
        return reply.code(202).send(brought);
      },
    );
  });
  const door = doorsOf(app, importEndpoints);
  const fresh = (reply: FastifyReply) => reply.header('cache-control', 'no-store');

  door('GET /api/v1/imports', async (request, reply) => {
    fresh(reply);
    return { items: await imports.list(personOf(request), readerLanguage(request)) };
  });
  door('GET /api/v1/imports/:id', (request, reply) => {
    fresh(reply);
    return imports.get(personOf(request), request.params.id, readerLanguage(request));
  });
  door('PATCH /api/v1/imports/:id', heavy, (request) =>
    imports.change(personOf(request), request.params.id, request.body, readerLanguage(request)),
  );
  door('GET /api/v1/imports/:id/rows', (request, reply) => {
    fresh(reply);
    return imports.rows(personOf(request), request.params.id, request.query, readerLanguage(request));
  });
  door('GET /api/v1/imports/:id/rejected', heavy, async (request, reply) =>
    sendCsv(reply, await rejected.open(personOf(request), request.params.id, readerLanguage(request))),
  );
  door('POST /api/v1/imports/:id/run', async (request, reply) =>
    reply.code(202).send(await imports.run(personOf(request), request.params.id, readerLanguage(request))),
  );
  door('POST /api/v1/imports/:id/pause', (request) =>
    imports.pause(personOf(request), request.params.id, readerLanguage(request)),
  );
  door('POST /api/v1/imports/:id/cancel', (request) =>
    imports.cancel(personOf(request), request.params.id, readerLanguage(request)),
  );
  door('POST /api/v1/imports/:id/undo', async (request, reply) =>
    reply.code(202).send(await imports.undo(personOf(request), request.params.id, readerLanguage(request))),
  );
}

/** The body as it arrives; a request without one is an empty file. */
function bytesOf(request: FastifyRequest): AsyncIterable<Buffer> {
  return request.body === undefined || request.body === null
    ? request.raw
    : (request.body as AsyncIterable<Buffer>);
}
