import type { FastifyReply } from 'fastify';
import type { Activity } from '../../../../contract/leads/activities.ts';
import { activityEndpoints } from '../../../../contract/leads/activity-endpoints.ts';
import { AppError } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import { type ExpectedVersions, expectedVersions } from '../if-match.ts';
import type { ActivitiesService } from './activities.service.ts';
import { sentence } from './catalogue.ts';

/** What colleagues did about a lead, and noted. */
export function registerActivityRoutes(app: App, activities: ActivitiesService): void {
  const door = doorsOf(app, activityEndpoints);
  door('GET /api/v1/leads/:id/activities', (request) =>
    activities.list(actorOf(request), request.params.id, request.query),
  );

  door('GET /api/v1/leads/:id/readers', async (request) => ({
    items: await activities.listReaders(actorOf(request), request.params.id),
  }));

  door('POST /api/v1/leads/:id/activities', async (request, reply) => {
    const { params, body, headers } = request;
    const added = await activities.add(actorOf(request), params.id, body, headers['idempotency-key']);
    return tagged(reply.code(added.isNew ? 201 : 200), added.activity);
  });

  door('PATCH /api/v1/leads/:id/activities/:activityId', async (request, reply) => {
    const { params, body, headers } = request;
    const ifMatch = headers['if-match'];
    if (ifMatch === undefined) throw new AppError('precondition-required', sentence('needed'));
    const versions = expectedVersions(ifMatch);
    return tagged(
      reply,
      await activities.edit(actorOf(request), params.id, params.activityId, body, versions),
    );
  });

  door('DELETE /api/v1/leads/:id/activities/:activityId', async (request, reply) => {
    const { params, headers } = request;
    const ifMatch = headers['if-match'];
    const versions: ExpectedVersions = ifMatch === undefined ? 'any' : expectedVersions(ifMatch);
    await activities.remove(actorOf(request), params.id, params.activityId, versions);
    return reply.code(204).send(null);
  });

  door('POST /api/v1/leads/:id/activities/:activityId/restore', async (request, reply) => {
    const { params } = request;
    return tagged(reply, await activities.restore(actorOf(request), params.id, params.activityId));
  });
}

function tagged(reply: FastifyReply, activity: Activity): Activity {
  reply.header('etag', `"${activity.version}"`).header('cache-control', 'no-store');
  return activity;
}
