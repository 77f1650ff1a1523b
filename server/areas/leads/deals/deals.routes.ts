import { dealEndpoints } from '../../../../contract/leads/endpoints.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { actorOf } from '../../identity/index.ts';
import type { DealsService } from './deals.service.ts';

/** The deals and their sums. */
export function registerDealRoutes(app: App, deals: DealsService): void {
  const door = doorsOf(app, dealEndpoints);
  door('GET /api/v1/deals', { config: { turn: 'heavy' } }, (request) =>
    deals.list(actorOf(request), request.query),
  );
  door('GET /api/v1/deals/sums', { config: { turn: 'heavy' } }, (request) =>
    deals.sum(actorOf(request), request.query),
  );
}
