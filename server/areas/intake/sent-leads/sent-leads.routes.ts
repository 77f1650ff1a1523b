import { z } from 'zod';
import { sentLeadDetails, sentLeadPage, sentLeadQuery } from '../../../../contract/organizations/partners.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { SentLeads } from './sent-leads.service.ts';

const tags = ['Intake'];

/** For those who send leads. */
export function registerSentLeadRoutes(app: App, sent: SentLeads): void {
  const response = { 200: sentLeadPage };
  app.get(
    '/api/v1/sent-leads',
    {
      // Words are looked for in everything that was sent, whichever of the two asks for them.
      config: { turn: 'heavy' },
      schema: {
        tags,
        summary: 'Leads that your organization sent, and how they went',
        querystring: sentLeadQuery,
        response,
      },
    },
    (request) => sent.list(actorOf(request), request.query),
  );
  // Names that somebody looks for stay out of the address, and so out of logs and histories on its way (DP-2).
  app.post(
    '/api/v1/sent-leads/search',
    {
      schema: {
        tags,
        summary:
          'The same as GET /api/v1/sent-leads, with the question in the body, for searches that do not belong in an address',
        body: sentLeadQuery,
        response,
      },
      config: { turn: 'heavy', readsByPost: true },
    },
    (request) => sent.list(actorOf(request), request.body),
  );
  app.get(
    '/api/v1/sent-leads/:id',
    {
      schema: {
        tags,
        summary: 'A lead that your organization sent, with what happened to it',
        params: z.object({ id }),
        response: { 200: sentLeadDetails },
      },
    },
    (request) => sent.get(actorOf(request), request.params.id),
  );
}
