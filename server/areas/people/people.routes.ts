import { peopleEndpoints } from '../../../contract/people/endpoints.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { personOf } from '../identity/index.ts';
import type { Invitations } from './invitations.service.ts';
import type { Memberships } from './memberships.service.ts';

/** The people of an organization, and those who are invited. */
export function registerPeopleRoutes(app: App, memberships: Memberships, invitations: Invitations): void {
  registerMembershipRoutes(app, memberships);
  registerInvitationRoutes(app, invitations);
}

function registerMembershipRoutes(app: App, memberships: Memberships): void {
  const door = doorsOf(app, peopleEndpoints);
  door('GET /api/v1/memberships', (request) => memberships.list(personOf(request)));

  door('POST /api/v1/memberships', async (request, reply) =>
    reply.code(201).send(await memberships.add(personOf(request), request.body)),
  );

  door('DELETE /api/v1/memberships/:id', async (request, reply) => {
    await memberships.remove(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}

function registerInvitationRoutes(app: App, invitations: Invitations): void {
  const door = doorsOf(app, peopleEndpoints);
  door('GET /api/v1/invitations', async (request) => ({ items: await invitations.list(personOf(request)) }));

  door('POST /api/v1/invitations', async (request, reply) =>
    reply.code(201).send(await invitations.invite(personOf(request), request.body)),
  );

  door('POST /api/v1/invitations/:id/resend', async (request, reply) =>
    reply.code(201).send(await invitations.resend(personOf(request), request.params.id)),
  );

  door('DELETE /api/v1/invitations/:id', async (request, reply) => {
    await invitations.revoke(personOf(request), request.params.id);
    return reply.code(204).send(null);
  });
}
