import { z } from 'zod';
import {
  invitationCreate,
  invitationList,
  invitationSent,
  membership,
  membershipCreate,
  membershipList,
} from '../../../contract/people/accounts.ts';
import { id } from '../../../contract/text.ts';
import type { App } from '../../platform/http/app.ts';
import { personOf } from '../identity/index.ts';
import type { Invitations } from './invitations.service.ts';
import type { Memberships } from './memberships.service.ts';

const tags = ['People'];
const params = z.object({ id });

/** Who belongs to an organization, and who is invited. */
export function registerPeopleRoutes(app: App, memberships: Memberships, invitations: Invitations): void {
  registerMembershipRoutes(app, memberships);
  registerInvitationRoutes(app, invitations);
}

function registerMembershipRoutes(app: App, memberships: Memberships): void {
  const url = '/api/v1/memberships';
  app.get(
    url,
    {
      schema: {
        tags,
        summary: 'Who belongs to the organization, with which roles',
        response: { 200: membershipList },
      },
    },
    (request) => memberships.list(personOf(request)),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Give a further role to somebody who belongs to the organization',
        body: membershipCreate,
        response: { 201: membership },
      },
    },
    async (request, reply) => reply.code(201).send(await memberships.add(personOf(request), request.body)),
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Remove a role', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await memberships.remove(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}

function registerInvitationRoutes(app: App, invitations: Invitations): void {
  const url = '/api/v1/invitations';
  app.get(
    url,
    {
      schema: { tags, summary: 'Invitations that wait to be accepted', response: { 200: invitationList } },
    },
    async (request) => ({ items: await invitations.list(personOf(request)) }),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        summary: 'Invite somebody by email; an open invitation to the same address ends',
        body: invitationCreate,
        response: { 201: invitationSent },
      },
    },
    async (request, reply) => reply.code(201).send(await invitations.invite(personOf(request), request.body)),
  );

  app.post(
    `${url}/:id/resend`,
    {
      schema: {
        tags,
        summary: 'Send an invitation again, with a new link and id; the old link ends',
        params,
        response: { 201: invitationSent },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await invitations.resend(personOf(request), request.params.id)),
  );

  app.delete(
    `${url}/:id`,
    { schema: { tags, summary: 'Cancel an invitation', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await invitations.revoke(personOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
