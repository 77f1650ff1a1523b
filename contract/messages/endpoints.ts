import { byId, declareEndpoints, nothing } from '../endpoint.ts';
import { repeatableHeaders } from '../intake/intake.ts';
import { leadNotices, leadNoticesQuery } from '../mail/mail.ts';
import {
  actionCenter,
  actionCenterCounts,
  actionCenterQuery,
  announcementCreate,
  announcementCreated,
  announcementList,
  mailPreferences,
  mailPreferencesChange,
  notification,
  readAllRequest,
} from './action-center.ts';

/** Actions and notifications of the signed-in person, and the operator's announcements (NT-5). */
export const actionCenterEndpoints = declareEndpoints('Action center', {
  'GET /api/v1/action-center': {
    summary: 'What I should do, and what happened',
    query: actionCenterQuery,
    answers: { 200: actionCenter },
  },
  'GET /api/v1/action-center/counts': {
    summary: 'The numbers of the badge',
    answers: { 200: actionCenterCounts },
  },
  'POST /api/v1/action-center/seen': {
    summary: 'I have looked: what is there now is no longer new',
    answers: { 200: actionCenterCounts },
  },
  'POST /api/v1/action-center/notifications/:id/read': {
    summary: 'Mark a notification as read',
    params: byId,
    answers: { 200: notification },
  },
  'POST /api/v1/action-center/notifications/:id/unread': {
    summary: 'Mark a notification as unread',
    params: byId,
    answers: { 200: notification },
  },
  'POST /api/v1/action-center/notifications/:id/archive': {
    summary: 'Archive a notification; it counts as read',
    params: byId,
    answers: { 200: notification },
  },
  'POST /api/v1/action-center/notifications/:id/unarchive': {
    summary: 'Take a notification out of the archive',
    params: byId,
    answers: { 200: notification },
  },
  'POST /api/v1/action-center/notifications/read-all': {
    summary: 'Mark all notifications as read',
    body: readAllRequest,
    answers: { 200: actionCenterCounts },
  },
  'POST /api/v1/announcements': {
    summary: 'Announce something to the people of all partners',
    headers: repeatableHeaders,
    body: announcementCreate,
    answers: {
      200: announcementCreated.describe('Announced by the same request before'),
      201: announcementCreated,
    },
  },
  'GET /api/v1/announcements': {
    summary: 'What was announced to all partners',
    answers: { 200: announcementList },
  },
  'DELETE /api/v1/announcements/:id': {
    summary: 'Withdraw an announcement: it disappears from all Action centers',
    params: byId,
    answers: { 204: nothing },
  },
  'GET /api/v1/me/mail-preferences': {
    summary: 'What I am told, and how',
    answers: { 200: mailPreferences },
  },
  'PATCH /api/v1/me/mail-preferences': {
    summary: 'Turn optional emails and announcements on or off',
    body: mailPreferencesChange,
    answers: { 200: mailPreferences },
  },
});

/** Why did I (not) get this? (NT-4) */
export const leadNoticeEndpoints = declareEndpoints('Leads', {
  'GET /api/v1/leads/:id/notices': {
    summary: 'Notifications about the lead: who got one, how, and why someone did not',
    params: byId,
    query: leadNoticesQuery,
    answers: { 200: leadNotices },
  },
});
