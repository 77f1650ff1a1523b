import { z } from 'zod';
import {
  colleagueList,
  me,
  meChange,
  organizationSwitch,
  sessionList,
  signInRequest,
} from '../../../contract/identity/identity.ts';
import { id } from '../../../contract/text.ts';
import { notFound } from '../../platform/errors.ts';
import { type App, smallBodyBytes } from '../../platform/http/app.ts';
import { actorOf, personOf } from './authentication.ts';
import { requirePermission } from './identity.policy.ts';
import type { IdentityService } from './identity.service.ts';
import type { SessionCookie } from './session-cookie.ts';

const tags = ['Identity'];
const noContent = z.null().describe('Done');

/** Sign-in, the signed-in person, their sessions and colleagues. */
export function registerIdentityRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  registerSessionRoutes(app, identity, cookie);
  registerPersonRoutes(app, identity, cookie);
}

function registerSessionRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  app.post(
    '/api/v1/session',
    {
      schema: { tags, security: [], summary: 'Sign in', body: signInRequest, response: { 200: me } },
      bodyLimit: smallBodyBytes,
    },
    async (request, reply) => {
      const token = await identity.signIn({
        ...request.body,
        address: request.ip,
        userAgent: request.headers['user-agent'] ?? null,
      });
      cookie.set(reply, token);
      const actor = await identity.findPersonActor(token);
      if (!actor) throw notFound();
      return identity.describe(actor);
    },
  );

  app.delete(
    '/api/v1/session',
    { schema: { tags, summary: 'Sign out', response: { 204: noContent } } },
    async (request, reply) => {
      const actor = personOf(request);
      await identity.endSession(actor, actor.sessionId);
      cookie.clear(reply);
      return reply.code(204).send(null);
    },
  );

  app.put(
    '/api/v1/session/organization',
    {
      schema: {
        tags,
        summary: 'Work in another of my organizations',
        body: organizationSwitch,
        response: { 200: me },
      },
    },
    async (request) => {
      await identity.switchOrganization(personOf(request), request.body.organizationId);
      const actor = await identity.findPersonActor(cookie.tokenOf(request) ?? '');
      if (!actor) throw notFound();
      return identity.describe(actor);
    },
  );

  app.get(
    '/api/v1/sessions',
    { schema: { tags, summary: 'Where I am signed in', response: { 200: sessionList } } },
    async (request) => ({
      items: await identity.listSessions(personOf(request)),
    }),
  );

  app.delete(
    '/api/v1/sessions/:id',
    {
      schema: { tags, summary: 'Sign out elsewhere', params: z.object({ id }), response: { 204: noContent } },
    },
    async (request, reply) => {
      await identity.endSession(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function registerPersonRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  app.get(
    '/api/v1/me',
    { schema: { tags, summary: 'Who am I?', response: { 200: me } } },
    async (request, reply) => {
      const actor = personOf(request);
      // The app asks this whenever it opens: the browser keeps the cookie as long as the session lasts.
      const token = cookie.tokenOf(request);
      if (token) cookie.set(reply, token);
      return identity.describe(actor);
    },
  );

  app.patch(
    '/api/v1/me',
    {
      schema: {
        tags,
        summary: 'Change my name, time zone or language',
        body: meChange,
        response: { 200: me },
      },
    },
    async (request) => {
      const actor = personOf(request);
      await identity.changePerson(actor, request.body);
      return identity.describe(actor);
    },
  );

  app.get(
    '/api/v1/people',
    { schema: { tags, summary: 'Colleagues who may be in a team', response: { 200: colleagueList } } },
    async (request) => {
      const actor = actorOf(request);
      requirePermission(actor, 'listColleagues');
      return { items: await identity.listColleagues(actor) };
    },
  );
}
