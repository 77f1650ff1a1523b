import { identityEndpoints } from '../../../contract/identity/endpoints.ts';
import { notFound } from '../../platform/errors.ts';
import { type App, smallBodyBytes } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { actorOf, personOf } from './authentication.ts';
import { requirePermission } from './identity.policy.ts';
import type { IdentityService } from './identity.service.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Sign-in, the signed-in person, their sessions and colleagues. */
export function registerIdentityRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  registerSessionRoutes(app, identity, cookie);
  registerPersonRoutes(app, identity, cookie);
}

function registerSessionRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  const door = doorsOf(app, identityEndpoints);
  door('POST /api/v1/session', { bodyLimit: smallBodyBytes }, async (request, reply) => {
    const token = await identity.signIn({
      ...request.body,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? null,
    });
    cookie.set(reply, token);
    const actor = await identity.findPersonActor(token);
    if (!actor) throw notFound();
    return identity.describe(actor);
  });

  door('DELETE /api/v1/session', async (request, reply) => {
    const actor = personOf(request);
    await identity.endSession(actor, actor.sessionId);
    cookie.clear(reply);
    return reply.code(204).send(null);
  });

  door('PUT /api/v1/session/organization', async (request) => {
    await identity.switchOrganization(personOf(request), request.body.organizationId);
    const actor = await identity.findPersonActor(cookie.tokenOf(request) ?? '');
    if (!actor) throw notFound();
    return identity.describe(actor);
  });

  door('GET /api/v1/sessions', async (request) => ({
    items: await identity.listSessions(personOf(request)),
  }));

  door('DELETE /api/v1/sessions/:id', async (request, reply) => {
    await identity.endSession(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}

function registerPersonRoutes(app: App, identity: IdentityService, cookie: SessionCookie): void {
  const door = doorsOf(app, identityEndpoints);
  door('GET /api/v1/me', async (request, reply) => {
    const actor = personOf(request);
    // The app calls this whenever it opens, so the browser keeps the cookie as long as the session lasts.
    const token = cookie.tokenOf(request);
    if (token) cookie.set(reply, token);
    return identity.describe(actor);
  });

  door('PATCH /api/v1/me', async (request) => {
    const actor = personOf(request);
    await identity.changePerson(actor, request.body);
    return identity.describe(actor);
  });

  door('GET /api/v1/people', async (request) => {
    const actor = actorOf(request);
    requirePermission(actor, 'listColleagues');
    return { items: await identity.listColleagues(actor) };
  });
}
