import type { LeadFilterName } from '../../../contract/enums.ts';
import type {
  LeadFacets,
  LeadListQuery,
  LeadNeighbors,
  LeadPage,
  LeadSelection,
} from '../../../contract/lead-list.ts';
import { words } from '../../../contract/words.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, readInOrganization } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import { recordAccess } from './access-log.repo.ts';
import { decodeCursor, encodeCursor, orderOf, positionOf } from './lead-cursor.ts';
import * as repo from './lead-list.repo.ts';
import { leadScopeOf } from './lead-scope.ts';
import { presentSummary, whereFound } from './leads.presenter.ts';

/** Lists, counts and walks through the leads that the actor may see. */
export class LeadListService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly storefronts: () => Promise<ReadonlyMap<string, string>>,
  ) {}

  /** One page of a selection (WS-3 to WS-5). @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: LeadListQuery): Promise<LeadPage> {
    requirePermission(actor, 'readLeads');
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const { sort, limit, cursor, ...selection } = query;
    const order = orderOf(sort);
    const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
    return readInOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listLeads(tx, scope, selection, { order, limit, after });
      // A first page with room left is the whole selection.
      const whole = after === undefined && rows.length <= limit;
      const total = whole ? rows.length : await repo.countLeads(tx, scope, selection);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const items = shown.map((row) => {
        const summary = presentSummary(row, actor, now);
        return selection.search ? { ...summary, foundIn: whereFound(row, selection.search, now) } : summary;
      });
      const leadIds = items.filter((item) => item.contact !== null).map((item) => item.id);
      if (leadIds.length > 0) await recordAccess(tx, actor, { action: 'lead.list', leadIds, at: now });
      return {
        items,
        nextCursor: rows.length > limit && last ? encodeCursor(order, positionOf(last)) : null,
        total,
      };
    });
  }

  /** The counts beside tabs and filters. @throws AppError not-allowed */
  async facets(
    actor: Actor,
    selection: LeadSelection,
    customerNameContains: string | undefined,
  ): Promise<LeadFacets> {
    requirePermission(actor, 'readLeads');
    const scope = leadScopeOf(actor, this.clock.now());
    const sources = await this.storefronts();
    return inOrganization(this.db, actor, async (tx) => {
      const tabs = await repo.countTabs(tx, scope);
      const rows = await repo.countFacets(tx, scope, selection, customerNameContains);
      return { tabs, facets: groupFacets(rows, sources) };
    });
  }

  /** The leads before and after one in a selection (WS-7). @throws AppError not-found */
  async neighbors(
    actor: Actor,
    leadId: string,
    query: LeadSelection & Pick<LeadListQuery, 'sort'>,
  ): Promise<LeadNeighbors> {
    requirePermission(actor, 'readLeads');
    const scope = leadScopeOf(actor, this.clock.now());
    const { sort, ...selection } = query;
    const order = orderOf(sort);
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.findPosition(tx, scope, leadId, order);
      if (!row) throw notFound('There is no lead with this id, or none that you may see.');
      const position = positionOf(row);
      return {
        previousId: await repo.findNeighbor(tx, scope, selection, order, position, 'previous'),
        nextId: await repo.findNeighbor(tx, scope, selection, order, position, 'next'),
      };
    });
  }
}

function groupFacets(rows: repo.FacetRow[], sources: ReadonlyMap<string, string>): LeadFacets['facets'] {
  const of = (name: LeadFilterName) =>
    rows
      .filter((row) => row.name === name)
      .map((row) => ({ value: row.value, label: labelOf(name, row.value, sources), count: row.count }))
      .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'en'));
  return {
    callToAction: of('callToAction'),
    country: of('country'),
    customerName: of('customerName'),
    leadSource: of('leadSource'),
    leadType: of('leadType'),
    leadQuality: of('leadQuality'),
    status: of('status'),
    emailValidity: of('emailValidity'),
    phoneValidity: of('phoneValidity'),
  };
}

function labelOf(name: LeadFilterName, value: string, sources: ReadonlyMap<string, string>): string {
  if (name === 'leadSource') return sources.get(value) ?? value;
  if (name === 'country' || name === 'customerName') return value;
  const labels: Record<string, string> = words[name];
  return labels[value] ?? value;
}
