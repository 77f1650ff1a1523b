import { partnerLeadEndpoints } from '../../../../contract/partners/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { personOf } from '../../identity/index.ts';
import type { PartnerLeads } from './partner-leads.service.ts';
import type { Rerouting } from './rerouting.service.ts';

/** The leads of all partners: for operator admins of the whole installation. */
export function registerPartnerLeadRoutes(app: App, leads: PartnerLeads, rerouting: Rerouting): void {
  const door = doorsOf(app, partnerLeadEndpoints);
  door('GET /api/v1/operator/leads', { config: { turn: 'heavy' } }, (request) =>
    leads.list(personOf(request), request.query),
  );
  door('GET /api/v1/operator/leads/:id', (request) => leads.get(personOf(request), request.params.id));
  door('POST /api/v1/operator/leads/:id/rerouting', async (request, reply) => {
    const receipt = await rerouting.send(personOf(request), request.params.id, request.body);
    return reply.code(201).send(receipt);
  });
}
