import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { acceptance, decline, errorClosure, leadChange, outcome } from '../../../contract/lead-actions.ts';
import { type Lead, lead, leadTimeline } from '../../../contract/leads.ts';
import { id } from '../../../contract/text.ts';
import { AppError, wrongValue } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { type Actor, actorOf, personOf } from '../identity/index.ts';
import type { LeadsService } from './leads.service.ts';

const tags = ['Leads'];
const params = z.object({ id });
const headers = z.looseObject({ 'if-match': z.string().max(100).optional() });
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
        summary: 'Everything that happened to a lead',
        params,
        response: { 200: leadTimeline },
      },
    },
    (request) => leads.timeline(actorOf(request), request.params.id),
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
      const version = expectedVersion(request.headers['if-match']);
      if (version === undefined) {
        throw new AppError(
          'precondition-required',
          'Send the version that you change as If-Match; it is the ETag of the lead.',
        );
      }
      return answer(reply, await leads.edit(actorOf(request), request.params.id, request.body, version));
    },
  );

  registerAction(app, 'acceptance', 'Accept a received lead', acceptance, leads.accept.bind(leads));
  registerAction(app, 'decline', 'Decline a received lead', decline, leads.decline.bind(leads));
  registerAction(app, 'outcome', 'Close an accepted lead as won or lost', outcome, leads.close.bind(leads));
  registerAction(
    app,
    'error-closure',
    'Close a lead that should not have come',
    errorClosure,
    leads.closeAsError.bind(leads),
  );
}

type Act<Body> = (actor: Actor, leadId: string, body: Body, version?: number) => Promise<Lead>;

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
      const version = expectedVersion(request.headers['if-match']);
      return answer(reply, await act(actorOf(request), request.params.id, request.body as Body, version));
    },
  );
}

function answer(reply: FastifyReply, changedLead: Lead) {
  reply.header('etag', `"${changedLead.version}"`).header('cache-control', 'no-store');
  return changedLead;
}

/** The version that If-Match names (RFC 9110); `*` is any. */
function expectedVersion(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw wrongValue('headers.if-match', 'etag', 'is not a version of a lead, such as "3"');
  return Number(version);
}
