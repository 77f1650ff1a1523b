import { z } from 'zod';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import { routingAdvice, routingRequest } from '../../../../contract/organizations/partners.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { actorOf } from '../../identity/index.ts';
import type { UnroutedLeads } from './unrouted.service.ts';

/** What the operator does with leads that nobody could route; for its admins. */
export function registerUnroutedRoutes(app: App, unrouted: UnroutedLeads): void {
  app.get(
    '/api/v1/leads/:id/routing',
    {
      schema: {
        tags: ['Intake'],
        summary: 'Why nobody could route a lead, and the partners it may be meant for',
        params: z.object({ id }),
        response: { 200: routingAdvice },
      },
    },
    (request) => unrouted.advise(actorOf(request), request.params.id),
  );

  app.post(
    '/api/v1/leads/:id/routing',
    {
      schema: {
        tags: ['Intake'],
        summary: 'Send an unrouted lead to a partner',
        params: z.object({ id }),
        body: routingRequest,
        response: { 200: intakeReceipt },
      },
    },
    (request) => unrouted.send(actorOf(request), request.params.id, request.body),
  );
}
