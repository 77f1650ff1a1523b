import { z } from 'zod';
import {
  contactMark,
  contactMarkPage,
  contactMarkQuery,
  leadContactChecks,
  newContactMark,
} from '../../../../contract/leads/contact-checks.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf, personOf } from '../../identity/index.ts';
import type { ContactMarksService } from './contact-marks.service.ts';
import type { LeadChecksService } from './lead-checks.service.ts';

const params = z.object({ id });

/** What was found out about the contact of a lead, and what people may do about it. */
export function registerContactCheckRoutes(app: App, checks: LeadChecksService): void {
  const tags = ['Leads'];
  const response = { 200: leadContactChecks };
  app.addHook('onSend', async (request, reply) => {
    if (/\/(contact-checks|spam-report)$/.test(request.routeOptions.url ?? ''))
      reply.header('cache-control', 'no-store');
  });
  app.get(
    '/api/v1/leads/:id/contact-checks',
    { schema: { tags, summary: 'The checks of a contact, with what they rest on', params, response } },
    (request) => checks.get(actorOf(request), request.params.id),
  );
  app.post(
    '/api/v1/leads/:id/contact-checks',
    { schema: { tags, summary: 'Check the contact again', params, response: { 202: leadContactChecks } } },
    async (request, reply) => reply.code(202).send(await checks.recheck(actorOf(request), request.params.id)),
  );
  app.put(
    '/api/v1/leads/:id/spam-report',
    { schema: { tags, summary: 'Report the lead as spam', params, response } },
    (request) => checks.report(personOf(request), request.params.id),
  );
  app.delete(
    '/api/v1/leads/:id/spam-report',
    { schema: { tags, summary: 'Withdraw the spam report', params, response } },
    (request) => checks.withdraw(personOf(request), request.params.id),
  );
}

/** The operator's block and allow lists (CV-6). */
export function registerContactMarkRoutes(app: App, marks: ContactMarksService): void {
  const tags = ['Operator'];
  app.get(
    '/api/v1/contact-marks',
    {
      schema: {
        tags,
        summary: 'Addresses, domains and numbers on the block and allow lists',
        querystring: contactMarkQuery,
        response: { 200: contactMarkPage },
      },
    },
    (request) => marks.list(actorOf(request), request.query),
  );
  app.post(
    '/api/v1/contact-marks',
    {
      schema: { tags, summary: 'Add to a list', body: newContactMark, response: { 201: contactMark } },
    },
    async (request, reply) => reply.code(201).send(await marks.add(actorOf(request), request.body)),
  );
  app.delete(
    '/api/v1/contact-marks/:id',
    { schema: { tags, summary: 'Remove from a list', params, response: { 204: z.null() } } },
    async (request, reply) => {
      await marks.remove(actorOf(request), request.params.id);
      return reply.code(204).send(null);
    },
  );
}
