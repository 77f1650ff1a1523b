import type { DealListQuery, DealPage, DealQuery, DealSums } from '../../../../contract/leads/deals.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, readInOrganization } from '../../../platform/database/database.ts';
import { wrongValue } from '../../../platform/errors.ts';
import { type Actor, requirePermission } from '../../identity/index.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { recordContactsInPlace } from '../lead/shown-customer.ts';
import { sentence } from './catalogue.ts';
import { dealOrderOf, readDealCursor, writeDealCursor } from './deal-order.sql.ts';
import { presentDeal, presentSums } from './deals.presenter.ts';
import * as repo from './deals.repo.ts';

/** Lists and sums the deals that the actor may see (LC-6). */
export class DealsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** One page of deals. @throws AppError not-allowed, invalid-cursor, invalid-request */
  async list(actor: Actor, query: DealListQuery): Promise<DealPage> {
    const scope = this.scopeOf(actor, query);
    const order = dealOrderOf(query.sort);
    const after = readDealCursor(order, query.cursor);
    const choice = { mine: query.mine !== undefined, column: query.column };
    return readInOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listDeals(tx, scope, choice, { order, limit: query.limit + 1, after });
      const shown = rows.slice(0, query.limit);
      await recordContactsInPlace(tx, actor, shown, scope.now);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => presentDeal(row, actor, scope.now)),
        nextCursor:
          rows.length > query.limit && last
            ? writeDealCursor(order, { value: last.sort_value, id: last.id })
            : null,
      };
    });
  }

  /** How many deals stand where, and what they are worth. @throws AppError not-allowed, invalid-request */
  async sum(actor: Actor, query: DealQuery): Promise<DealSums> {
    const scope = this.scopeOf(actor, query);
    return readInOrganization(this.db, actor, async (tx) => ({
      columns: presentSums(await repo.sumDeals(tx, scope, query.mine !== undefined)),
    }));
  }

  private scopeOf(actor: Actor, { mine }: DealQuery): LeadScope {
    requirePermission(actor, 'readLeads');
    if (mine !== undefined && actor.personId === null)
      throw wrongValue('query.mine', 'person', sentence('mineIsNobodys'));
    return leadScopeOf(actor, this.clock.now());
  }
}
