import { z } from 'zod';
import { repeatableHeaders } from '../../../../contract/intake/intake.ts';
import {
  actionCenter,
  actionCenterCounts,
  actionCenterQuery,
  announcementCreate,
  announcementCreated,
  announcementList,
  notification,
  readAllRequest,
} from '../../../../contract/messages/action-center.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf, personOf } from '../../identity/index.ts';
import type { ActionCenterService } from './action-center.service.ts';
import type { AnnouncementsService } from './announcements.service.ts';

const tags = ['Action center'];
const url = '/api/v1/action-center';
const params = z.object({ id });

/** Actions and notifications of the signed-in person, and what the operator announces (NT-5). */
export function registerActionCenterRoutes(
  app: App,
  center: ActionCenterService,
  announcements: AnnouncementsService,
): void {
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'What I should do, and what happened',
        querystring: actionCenterQuery,
        response: { 200: actionCenter },
      },
    },
    (request) => center.read(personOf(request), request.query),
  );

  app.get(
    `${url}/counts`,
    { schema: { tags, summary: 'The numbers of the badge', response: { 200: actionCenterCounts } } },
    (request) => center.counts(personOf(request)),
  );

  app.post(
    `${url}/seen`,
    {
      schema: {
        tags,
        summary: 'I have looked: what is there now is no longer new',
        response: { 200: actionCenterCounts },
      },
    },
    (request) => center.see(personOf(request)),
  );

  const marks = {
    read: 'Mark a notification as read',
    unread: 'Mark a notification as unread',
    archive: 'Archive a notification; it counts as read',
    unarchive: 'Take a notification out of the archive',
  } as const;
  for (const mark of Object.keys(marks) as (keyof typeof marks)[]) {
    app.post(
      `${url}/notifications/:id/${mark}`,
      { schema: { tags, summary: marks[mark], params, response: { 200: notification } } },
      (request) => center.mark(personOf(request), request.params.id, mark),
    );
  }

  app.post(
    `${url}/notifications/read-all`,
    {
      schema: {
        tags,
        summary: 'Mark all notifications as read',
        body: readAllRequest,
        response: { 200: actionCenterCounts },
      },
    },
    (request) => {
      const { until } = request.body;
      return center.markAllRead(personOf(request), until === undefined ? undefined : new Date(until));
    },
  );

  registerAnnouncementRoutes(app, announcements);
}

function registerAnnouncementRoutes(app: App, announcements: AnnouncementsService): void {
  app.post(
    '/api/v1/announcements',
    {
      schema: {
        tags,
        summary: 'Announce something to the people of all partners',
        headers: repeatableHeaders,
        body: announcementCreate,
        response: {
          200: announcementCreated.describe('Announced by the same request before'),
          201: announcementCreated,
        },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const { isNew, ...told } = await announcements.publish(actorOf(request), request.body, key);
      return reply.code(isNew ? 201 : 200).send(told);
    },
  );

  app.get(
    '/api/v1/announcements',
    { schema: { tags, summary: 'What was announced to all partners', response: { 200: announcementList } } },
    async (request) => ({ items: await announcements.list(actorOf(request)) }),
  );

  app.delete(
    '/api/v1/announcements/:id',
    {
      schema: {
        tags,
        summary: 'Withdraw an announcement: it disappears from all Action centers',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await announcements.takeBack(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
