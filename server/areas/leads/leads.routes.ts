import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  acceptance,
  decline,
  errorClosure,
  leadChange,
  outcome,
} from '../../../contract/leads/lead-actions.ts';
import { type Lead, lead, leadTimeline, timelineQuery } from '../../../contract/leads/leads.ts';
import { id } from '../../../contract/text.ts';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { type Actor, actorOf, personOf } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import { type ExpectedVersions, expectedVersions, maxIfMatchCharacters } from './if-match.ts';
import type { LeadsService } from './leads.service.ts';

const tags = ['Leads'];
const params = z.object({ id });
const headers = z.looseObject({ 'if-match': z.string().max(maxIfMatchCharacters).optional() });
const changed = { 200: lead };

/** One lead: read it, mark it, work it. */
export function registerLeadRoutes(app: App, leads: LeadsService): void {
  registerReading(app, leads);
  registerWorking(app, leads);
}

function registerReading(app: App, leads: LeadsService): void {
  app.get(
    '/api/v1/leads/:id',
    { schema: { tags, summary: 'One lead', params, response: { 200: lead } } },
    async (request, reply) => {
      const found = await leads.get(actorOf(request), request.params.id);
      reply.header('etag', `"${found.version}"`).header('cache-control', 'no-store');
      return found;
    },
  );

  app.get(
    '/api/v1/leads/:id/timeline',
    {
      schema: {
        tags,
        summary: 'Everything that happened to a lead, page by page from the latest back',
        params,
        querystring: timelineQuery,
        response: { 200: leadTimeline },
      },
    },
    (request) => leads.timeline(actorOf(request), request.params.id, request.query),
  );

  for (const [method, favorite] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const) {
    app.route({
      method,
      url: '/api/v1/leads/:id/favorite',
      schema: {
        tags,
        summary: favorite ? 'Mark as favorite' : 'Unmark as favorite',
        params,
        response: { 204: z.null() },
      },
      handler: async (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) => {
        await leads.setFavorite(personOf(request), request.params.id, favorite);
        return reply.code(204).send(null);
      },
    });
  }
}

function registerWorking(app: App, leads: LeadsService): void {
  app.patch(
    '/api/v1/leads/:id',
    {
      schema: {
        tags,
        summary: 'Edit the deal of an accepted lead; only the fields sent change',
        params,
        headers,
        body: leadChange,
        response: changed,
      },
    },
    async (request, reply) => {
      const ifMatch = request.headers['if-match'];
      if (ifMatch === undefined) {
        throw new AppError('precondition-required', sentence('version.needed'));
      }
      return answer(
        reply,
        await leads.edit(actorOf(request), request.params.id, request.body, expectedVersions(ifMatch)),
      );
    },
  );

  registerAction(app, 'acceptance', 'Accept a received lead', acceptance, leads.accept.bind(leads));
  registerAction(app, 'decline', 'Decline a received lead', decline, leads.decline.bind(leads));
  registerAction(app, 'outcome', 'Close an accepted lead as won or lost', outcome, leads.close.bind(leads));
  registerAction(
    app,
    'error-closure',
    'Close a lead that came in by mistake',
    errorClosure,
    leads.closeAsError.bind(leads),
  );
}

type Act<Body> = (actor: Actor, leadId: string, body: Body, versions: ExpectedVersions) => Promise<Lead>;

function registerAction<Body>(
  app: App,
  name: string,
  summary: string,
  body: z.ZodType<Body>,
  act: Act<Body>,
): void {
  app.post(
    `/api/v1/leads/:id/${name}`,
    { schema: { tags, summary, params, headers, body, response: changed } },
    async (request, reply) => {
      const ifMatch = request.headers['if-match'];
      const versions = ifMatch === undefined ? 'any' : expectedVersions(ifMatch);
      return answer(reply, await act(actorOf(request), request.params.id, request.body as Body, versions));
    },
  );
}

function answer(reply: FastifyReply, changedLead: Lead) {
  reply.header('etag', `"${changedLead.version}"`).header('cache-control', 'no-store');
  return changedLead;
}
