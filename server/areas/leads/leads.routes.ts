import type { FastifyReply, FastifyRequest } from 'fastify';
import { nextStepEndpoints } from '../../../contract/leads/activity-endpoints.ts';
import { leadEndpoints } from '../../../contract/leads/endpoints.ts';
import type { Lead } from '../../../contract/leads/leads.ts';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { actorOf, personOf } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import { type ExpectedVersions, expectedVersions } from './if-match.ts';
import type { LeadsService } from './leads.service.ts';

/** One lead: reading it, marking it, working it. */
export function registerLeadRoutes(app: App, leads: LeadsService): void {
  registerReading(app, leads);
  registerWorking(app, leads);
  registerPlanning(app, leads);
}

function registerReading(app: App, leads: LeadsService): void {
  const door = doorsOf(app, leadEndpoints);
  door('GET /api/v1/leads/:id', async (request, reply) =>
    tagged(reply, await leads.get(actorOf(request), request.params.id)),
  );

  door('GET /api/v1/leads/:id/timeline', (request) =>
    leads.timeline(actorOf(request), request.params.id, request.query),
  );

  door('GET /api/v1/leads/:id/assignees', async (request) => ({
    items: await leads.listAssignees(actorOf(request), request.params.id),
  }));

  door('PUT /api/v1/leads/:id/favorite', async (request, reply) => {
    await leads.setFavorite(personOf(request), request.params.id, true);
    return reply.code(204).send(null);
  });

  door('DELETE /api/v1/leads/:id/favorite', async (request, reply) => {
    await leads.setFavorite(personOf(request), request.params.id, false);
    return reply.code(204).send(null);
  });
}

function registerWorking(app: App, leads: LeadsService): void {
  const door = doorsOf(app, leadEndpoints);
  door('PATCH /api/v1/leads/:id', async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    if (ifMatch === undefined) throw new AppError('precondition-required', sentence('version.needed'));
    const { params, body } = request;
    return tagged(reply, await leads.edit(actorOf(request), params.id, body, expectedVersions(ifMatch)));
  });

  door('PUT /api/v1/leads/:id/assignment', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.assign(actorOf(request), params.id, body, versionsOf(request)));
  });

  door('POST /api/v1/leads/:id/acceptance', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.accept(actorOf(request), params.id, body, versionsOf(request)));
  });

  door('POST /api/v1/leads/:id/decline', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.decline(actorOf(request), params.id, body, versionsOf(request)));
  });

  door('POST /api/v1/leads/:id/outcome', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.close(actorOf(request), params.id, body, versionsOf(request)));
  });

  door('POST /api/v1/leads/:id/error-closure', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.closeAsError(actorOf(request), params.id, body, versionsOf(request)));
  });
}

function registerPlanning(app: App, leads: LeadsService): void {
  const door = doorsOf(app, nextStepEndpoints);
  door('PUT /api/v1/leads/:id/next-step', async (request, reply) => {
    const { params, body } = request;
    return tagged(reply, await leads.planNextStep(actorOf(request), params.id, body, versionsOf(request)));
  });
}

function versionsOf({ headers }: Pick<FastifyRequest, 'headers'>): ExpectedVersions {
  const ifMatch = headers['if-match'];
  return ifMatch === undefined ? 'any' : expectedVersions(ifMatch);
}

function tagged(reply: FastifyReply, lead: Lead): Lead {
  reply.header('etag', `"${lead.version}"`).header('cache-control', 'no-store');
  return lead;
}
