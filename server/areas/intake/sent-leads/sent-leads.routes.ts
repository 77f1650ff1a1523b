import { intakeEndpoints } from '../../../../contract/intake/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import type { SentLeads } from './sent-leads.service.ts';

/** Endpoints for people who send leads. */
export function registerSentLeadRoutes(app: App, sent: SentLeads): void {
  const door = doorsOf(app, intakeEndpoints);
  // Both methods search everything that was sent.
  door('GET /api/v1/sent-leads', { config: { turn: 'heavy' } }, (request) =>
    sent.list(actorOf(request), request.query),
  );
  door('POST /api/v1/sent-leads/search', { config: { turn: 'heavy', readsByPost: true } }, (request) =>
    sent.list(actorOf(request), request.body),
  );
  door('GET /api/v1/sent-leads/:id', (request) => sent.get(actorOf(request), request.params.id));
}
