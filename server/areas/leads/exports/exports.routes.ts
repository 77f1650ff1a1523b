import { exportEndpoints } from '../../../../contract/leads/exports.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { sendDownload } from '../../../platform/http/download.ts';
import { personOf } from '../../identity/index.ts';
import { withOwnId } from '../list/stand-ins.ts';
import type { ExportsService } from './exports.service.ts';

/** Exports that are made in the background, for people. */
export function registerExportRoutes(app: App, exports: ExportsService): void {
  const door = doorsOf(app, exportEndpoints);
  door('POST /api/v1/exports', async (request, reply) => {
    const actor = personOf(request);
    const query = withOwnId(actor, request.body, 'body');
    return reply.code(202).send(await exports.order(actor, query, request.headers['idempotency-key']));
  });

  door('GET /api/v1/exports', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { items: await exports.list(personOf(request)) };
  });

  door('GET /api/v1/exports/:id', (request, reply) => {
    reply.header('cache-control', 'no-store');
    return exports.get(personOf(request), request.params.id);
  });

  door('POST /api/v1/exports/:id/cancel', (request) => exports.cancel(personOf(request), request.params.id));

  door('GET /api/v1/exports/:id/file', async (request, reply) =>
    sendDownload(reply, await exports.open(personOf(request), request.params.id)),
  );

  door('DELETE /api/v1/exports/:id', async (request, reply) => {
    await exports.delete(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
