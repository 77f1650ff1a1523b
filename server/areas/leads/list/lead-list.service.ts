import { setImmediate as nextTurn } from 'node:timers/promises';
import { fallbackLanguage } from '../../../../contract/languages/languages.ts';
import {
  type AnyOfName,
  anyOfNames,
  isChoice,
  isCountedUnasked,
  isNamed,
  type NamedName,
  recordOf,
} from '../../../../contract/leads/lead-filters.ts';
import type {
  LeadFacets,
  LeadFacetsQuery,
  LeadListQuery,
  LeadNeighbors,
  LeadPage,
  LeadQuery,
} from '../../../../contract/leads/lead-list.ts';
import type { LeadSummary } from '../../../../contract/leads/leads.ts';
import { compareNames } from '../../../../contract/name-order.ts';
import type { Words } from '../../../../contract/words.ts';
import type { Clock } from '../../../platform/clock.ts';
import {
  type Db,
  inOrganization,
  readInOrganization,
  type Transaction,
} from '../../../platform/database/database.ts';
import { wordsIn } from '../../../platform/texts.ts';
import { recordAccess } from '../../audit/index.ts';
import { type Actor, listLocationNames, listPersonNames, requirePermission } from '../../identity/index.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { type LeadScope, leadScopeOf } from '../lead/lead-scope.sql.ts';
import { presentSummary } from '../lead/leads.presenter.ts';
import { decodeCursor, encodeCursor, positionOf } from './lead-cursor.sql.ts';
import { countFacets, type FacetRow, listOfferTitles } from './lead-facets.repo.ts';
import * as repo from './lead-list.repo.ts';
import type { LeadConditions } from './lead-query.sql.ts';
import { findPlaces, isTooMany, look, type WhereFound } from './lead-search.sql.ts';

/** Lists, counts and walks through the leads that the actor may see. */
export class LeadListService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly storefronts: () => Promise<ReadonlyMap<string, string>>,
  ) {}

  /** One page of a query (WS-3 to WS-5). @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: LeadListQuery): Promise<LeadPage> {
    requirePermission(actor, 'readLeads');
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const { limit, cursor } = query;
    return readInOrganization(this.db, actor, async (tx) => {
      const { order, conditions, preparing } = await look(tx, scope, query);
      const after = cursor === undefined ? undefined : decodeCursor(order, cursor);
      const rows = await repo.listLeads(tx, scope, conditions, { order, limit, after });
      // A first page with room left is the whole result.
      const whole = after === undefined && rows.length <= limit;
      const shown = rows.slice(0, limit);
      const [counted, items] = await Promise.all([
        whole ? exactly(rows.length) : total(tx, scope, conditions, rows),
        present(tx, actor, { shown, search: query.search, now }),
      ]);
      const last = shown.at(-1);
      return {
        items,
        nextCursor: rows.length > limit && last ? encodeCursor(order, positionOf(last)) : null,
        ...counted,
        searchIsComplete: query.search === undefined || !preparing,
        countedAt: now.toISOString(),
      };
    });
  }

  /** The counts next to tabs and filters, labeled in the reader's words. @throws AppError not-allowed */
  async facets(actor: Actor, query: LeadFacetsQuery): Promise<LeadFacets> {
    requirePermission(actor, 'readLeads');
    const scope = leadScopeOf(actor, this.clock.now());
    const sources = await this.storefronts();
    const words = wordsIn(actor.language ?? fallbackLanguage);
    const { facet: names = countedUnasked, customerNameContains, ...asked } = query;
    return inOrganization(this.db, actor, async (tx) => {
      const { conditions } = await look(tx, scope, asked);
      const tabs = await repo.countTabs(tx, scope);
      const { rows, total } = await countFacets(tx, scope, conditions, { names, customerNameContains });
      const listed = [...rows, ...uncounted(rows, names, asked)];
      const called = await findNames(listed, {
        leadSource: () => sources,
        location: () => listLocationNames(tx),
        assignedTo: (values) => nameOwners(tx, values, words),
        offer: (values) => listOfferTitles(tx, scope, values),
      });
      return { tabs, total, countedAt: scope.now.toISOString(), facets: groupFacets(listed, called, words) };
    });
  }

  /** The leads before and after one in a query (WS-7). @throws AppError not-found */
  async neighbors(
    actor: Actor,
    leadId: string,
    query: LeadQuery & Pick<LeadListQuery, 'sort'>,
  ): Promise<LeadNeighbors> {
    requirePermission(actor, 'readLeads');
    const scope = leadScopeOf(actor, this.clock.now());
    return inOrganization(this.db, actor, async (tx) => {
      const { order, conditions } = await look(tx, scope, query);
      const row = await repo.findPosition(tx, scope, leadId, order);
      if (!row) throw leadNotFound();
      const position = positionOf(row);
      return {
        previousId: await repo.findNeighbor(tx, scope, conditions, order, position, 'previous'),
        nextId: await repo.findNeighbor(tx, scope, conditions, order, position, 'next'),
      };
    });
  }
}

const countedUnasked = anyOfNames.filter(isCountedUnasked);

const exactly = (total: number) => ({ total, totalIsExact: true });

/** Very common words are not counted for a page: the facets say how many leads there are. */
async function total(
  tx: Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  rows: readonly repo.ListedLead[],
) {
  if (isTooMany(conditions.found)) return { total: rows.length, totalIsExact: false };
  const [first] = rows;
  if (first && first.total !== null) return exactly(first.total);
  return exactly(await repo.countLeads(tx, scope, conditions));
}

/** Puts a page together while the database counts, and records whose contacts it shows (ID-7). */
async function present(
  tx: Transaction,
  actor: Actor,
  { shown, search, now }: { shown: readonly repo.ListedLead[]; search: string | undefined; now: Date },
): Promise<LeadSummary[]> {
  // Until the count has been sent.
  await nextTurn();
  const whereFound = findPlaces(search);
  const items = shown.map((row) => presentFound(row, whereFound, actor, now));
  const leadIds = items.filter((item) => item.contact !== null).map((item) => item.id);
  if (leadIds.length > 0) await recordAccess(tx, actor, { action: 'lead.list', leadIds, at: now });
  return items;
}

function presentFound(
  row: repo.ListedLead,
  whereFound: WhereFound | undefined,
  actor: Actor,
  now: Date,
): LeadSummary {
  const summary = presentSummary(row, actor, now);
  if (whereFound === undefined) return summary;
  return { ...summary, foundIn: whereFound(row, summary.contactWithheld === null) };
}

/** Chosen ids and codes that no lead has under the other filters: they still have a name. */
function uncounted(
  rows: readonly FacetRow[],
  names: readonly AnyOfName[],
  chosen: Readonly<Partial<Record<AnyOfName, readonly string[]>>>,
): FacetRow[] {
  return names
    .filter(isNamed)
    .flatMap((name) =>
      (chosen[name] ?? [])
        .filter((value) => !rows.some((row) => row.name === name && row.value === value))
        .map((value) => ({ name, value, count: 0 })),
    );
}

/** The owners that are counted or were chosen, by name; those without one have words of their own. */
async function nameOwners(tx: Transaction, values: readonly string[], words: Words): Promise<NamesOfValues> {
  const ids = values.filter((value) => value !== 'nobody');
  return new Map([...(await listPersonNames(tx, ids)), ['nobody', words.nobody]]);
}

type NamesOfValues = ReadonlyMap<string, string>;
type NameSource = (values: readonly string[]) => NamesOfValues | Promise<NamesOfValues>;
/** The names of values that have no words of their own. */
type Names = Partial<Record<AnyOfName, NamesOfValues>>;

/** Asks for the names of those filters that have values to name. */
async function findNames(
  rows: readonly FacetRow[],
  sources: Readonly<Record<NamedName, NameSource>>,
): Promise<Names> {
  const names: Names = {};
  for (const name of anyOfNames.filter(isNamed)) {
    const values = rows.filter((row) => row.name === name).map((row) => row.value);
    if (values.length > 0) names[name] = await sources[name](values);
  }
  return names;
}

function groupFacets(rows: readonly FacetRow[], called: Names, words: Words): LeadFacets['facets'] {
  return recordOf(anyOfNames, (name) =>
    rows
      .filter((row) => row.name === name)
      .map((row) => ({ value: row.value, label: labelOf(name, row.value, called, words), count: row.count }))
      .sort((a, b) => b.count - a.count || compareNames(a.label, b.label)),
  );
}

function labelOf(name: AnyOfName, value: string, called: Names, words: Words): string {
  const labels: Readonly<Record<string, string>> = isChoice(name) ? words[name] : {};
  // A value from an address may be called like something that every object has.
  const label = Object.hasOwn(labels, value) ? labels[value] : undefined;
  return label ?? called[name]?.get(value) ?? value;
}
