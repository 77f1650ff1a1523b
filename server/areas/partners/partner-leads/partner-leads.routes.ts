import { z } from 'zod';
import { intakeReceipt } from '../../../../contract/intake/intake.ts';
import {
  partnerLead,
  partnerLeadPage,
  partnerLeadQuery,
  reroutingRequest,
} from '../../../../contract/partners/partner-leads.ts';
import { id } from '../../../../contract/text.ts';
import type { App } from '../../../platform/http/app.ts';
import { personOf } from '../../identity/index.ts';
import type { PartnerLeads } from './partner-leads.service.ts';
import type { Rerouting } from './rerouting.service.ts';

const tags = ['Operator'];
const params = z.object({ id });

/** The leads of all partners: for operator admins of the whole installation. */
export function registerPartnerLeadRoutes(app: App, leads: PartnerLeads, rerouting: Rerouting): void {
  app.get(
    '/api/v1/operator/leads',
    {
      config: { turn: 'heavy' },
      schema: {
        tags,
        summary: 'Where the leads of your partners stand, newest first; each look is in their access log',
        querystring: partnerLeadQuery,
        response: { 200: partnerLeadPage },
      },
    },
    (request) => leads.list(personOf(request), request.query),
  );
  app.get(
    '/api/v1/operator/leads/:id',
    {
      schema: {
        tags,
        summary:
          'One lead of a partner; its contact only where the partner shares contacts, or your people sent it',
        params,
        response: { 200: partnerLead },
      },
    },
    (request) => leads.get(personOf(request), request.params.id),
  );
  app.post(
    '/api/v1/operator/leads/:id/rerouting',
    {
      schema: {
        tags,
        summary: 'Send to another partner what your people sent and nobody answered, once',
        params,
        body: reroutingRequest,
        response: { 201: intakeReceipt },
      },
    },
    async (request, reply) => {
      const receipt = await rerouting.send(personOf(request), request.params.id, request.body);
      return reply.code(201).send(receipt);
    },
  );
}
