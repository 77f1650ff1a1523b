import type { FastifyReply } from 'fastify';
import type { BulkAction } from '../../../../contract/leads/bulk.ts';
import { bulkEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { sendCsv } from '../../../platform/http/csv-download.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { personOf } from '../../identity/index.ts';
import { isOver } from './bulk.rules.ts';
import type { BulkService } from './bulk.service.ts';

const heavy = { config: { turn: 'heavy' } } as const;

/** Actions on many leads at once, for people: programs act on single leads. */
export function registerBulkRoutes(app: App, bulk: BulkService): void {
  const door = doorsOf(app, bulkEndpoints);
  door('POST /api/v1/leads/bulk', heavy, async (request, reply) => {
    const key = request.headers['idempotency-key'];
    return answer(reply, await bulk.order(personOf(request), request.body, key));
  });

  door('GET /api/v1/leads/bulk', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    return { items: await bulk.list(personOf(request)) };
  });

  door('GET /api/v1/leads/bulk/:id', (request, reply) => {
    reply.header('cache-control', 'no-store');
    return bulk.get(personOf(request), request.params.id);
  });

  door('POST /api/v1/leads/bulk/:id/cancel', (request) => bulk.cancel(personOf(request), request.params.id));

  door('POST /api/v1/leads/bulk/:id/undo', heavy, async (request, reply) =>
    answer(reply, await bulk.undo(personOf(request), request.params.id)),
  );

  door('GET /api/v1/leads/bulk/:id/refusals', (request, reply) => {
    reply.header('cache-control', 'no-store');
    return bulk.refusals(personOf(request), request.params.id, request.query);
  });

  door('GET /api/v1/leads/bulk/:id/report', heavy, async (request, reply) =>
    sendCsv(reply, await bulk.openReport(personOf(request), request.params.id)),
  );
}

function answer(reply: FastifyReply, action: BulkAction) {
  return reply.code(isOver(action.state) ? 201 : 202).send(action);
}
