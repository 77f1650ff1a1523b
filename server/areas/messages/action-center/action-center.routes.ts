import { actionCenterEndpoints } from '../../../../contract/messages/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { forReader } from '../../../platform/http/reader-language.ts';
import { actorOf, personOf } from '../../identity/index.ts';
import type { ActionCenterService } from './action-center.service.ts';
import type { AnnouncementsService } from './announcements.service.ts';

const marks = [
  ['POST /api/v1/action-center/notifications/:id/read', 'read'],
  ['POST /api/v1/action-center/notifications/:id/unread', 'unread'],
  ['POST /api/v1/action-center/notifications/:id/archive', 'archive'],
  ['POST /api/v1/action-center/notifications/:id/unarchive', 'unarchive'],
] as const;

/** Actions and notifications of the signed-in person, and the operator's announcements (NT-5). */
export function registerActionCenterRoutes(
  app: App,
  center: ActionCenterService,
  announcements: AnnouncementsService,
): void {
  const door = doorsOf(app, actionCenterEndpoints);
  door('GET /api/v1/action-center', async (request) =>
    forReader(request, await center.read(personOf(request), request.query)),
  );

  door('GET /api/v1/action-center/counts', (request) => center.counts(personOf(request)));

  door('POST /api/v1/action-center/seen', (request) => center.see(personOf(request)));

  for (const [name, mark] of marks) {
    door(name, async (request) =>
      forReader(request, await center.mark(personOf(request), request.params.id, mark)),
    );
  }

  door('POST /api/v1/action-center/notifications/read-all', (request) => {
    const { until } = request.body;
    return center.markAllRead(personOf(request), until === undefined ? undefined : new Date(until));
  });

  registerAnnouncementRoutes(app, announcements);
}

function registerAnnouncementRoutes(app: App, announcements: AnnouncementsService): void {
  const door = doorsOf(app, actionCenterEndpoints);
  door('POST /api/v1/announcements', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    const { isNew, ...told } = await announcements.publish(actorOf(request), request.body, key);
    return reply.code(isNew ? 201 : 200).send(told);
  });

  door('GET /api/v1/announcements', async (request) => ({
    items: await announcements.list(actorOf(request)),
  }));

  door('DELETE /api/v1/announcements/:id', async (request, reply) => {
    await announcements.withdraw(actorOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
