import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import {
  type AnyOfName,
  activeFilters,
  anyOfField,
  boundsOf,
  byOperator,
  type FlagName,
  fieldOfFilter,
  type LeadFilterName,
  type RangeName,
  standInsOf,
  ungrouped,
} from '../../../../contract/leads/lead-filters.ts';
import type { LeadQuery } from '../../../../contract/leads/lead-list.ts';
import type { DB, Db, Transaction } from '../../../platform/database/database.ts';
import { isFavorite } from '../lead/favorites.sql.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { storedColumn } from './lead-columns.sql.ts';
import { type Found, isFound } from './lead-search.sql.ts';
import { beginningOf, endOf } from './whole-days.ts';

type LeadBuilder = ExpressionBuilder<DB, 'lead'>;

/** A query whose search has been run. */
export type LeadConditions = Omit<LeadQuery, 'search'> & {
  readonly found: Found | undefined;
  /** The time zone of filters by day; UTC if missing. */
  readonly timeZone?: string;
};

/** The column behind each filter, as it is stored: an expired lead may still be stored as received. */
export function storedValue(name: LeadFilterName): RawBuilder<string | null> {
  return storedColumn(fieldOfFilter[name]);
}

/** What each filter compares; judged values are as of the time of the query (LC-4). */
export function filterValue(name: LeadFilterName, now: Date): RawBuilder<string | null> {
  if (name !== 'status') return storedValue(name);
  return sql<
    string | null
  >`case when lead.status = 'Received' and lead.expires_at <= ${now} then 'Expired' else lead.status end`;
}

/** The leads of a query that the scope may see; `without` leaves filters out, for their own counts (WS-3). */
export function selectLeads(
  tx: Db | Transaction,
  scope: LeadScope,
  conditions: LeadConditions,
  without: (name: LeadFilterName) => boolean = () => false,
) {
  return tx.selectFrom('lead').where((eb) =>
    eb.and([
      visibleTo(scope)(eb),
      inTab(eb, scope, conditions.tab),
      ...(conditions.found === undefined ? [] : [isFound(conditions.found, scope.now)]),
      ...activeFilters(conditions)
        .filter((name) => !without(name))
        .map((name) => fits(name, conditions, scope.now)),
    ]),
  );
}

function inTab(eb: LeadBuilder, scope: LeadScope, tab: LeadQuery['tab']): Expression<SqlBool> {
  return tab === 'favorites' ? isFavorite(eb, scope) : eb('lead.tab', '=', tab);
}

function fits(name: LeadFilterName, conditions: LeadConditions, now: Date): Expression<SqlBool> {
  return byOperator(name, {
    anyOf: (one) => hasAnyOf(one, conditions[one] ?? [], now),
    range: (one) => isWithin(one, conditions),
    flag: (one) => isSo(one, conditions[one] ?? false),
  });
}

function hasAnyOf(name: AnyOfName, values: readonly string[], now: Date): Expression<SqlBool> {
  const wanted = ungrouped(name, values);
  if (name === 'status') return hasStatus(wanted, now);
  if (standInsOf(name).includes('nobody')) return isWith(name, wanted);
  const list = anyOfField(name).type === 'reference' ? sql`${wanted}::uuid[]` : sql`${wanted}::text[]`;
  return sql<SqlBool>`${filterValue(name, now)} = any(${list})`;
}

/** A single one in terms that let the planner read the leads in order. */
function isWith(name: AnyOfName, values: readonly string[]): Expression<SqlBool> {
  const stored = storedValue(name);
  const ids = values.filter((value) => value !== 'nobody');
  const ways = [
    ...(ids.length === 1 ? [sql`${stored} = ${ids[0]}::uuid`] : []),
    ...(ids.length > 1 ? [sql`${stored} = any(${ids}::uuid[])`] : []),
    ...(ids.length < values.length ? [sql`${stored} is null`] : []),
  ];
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** The same as comparing {@link filterValue}, in terms that the planner can estimate. */
function hasStatus(values: readonly string[], now: Date): Expression<SqlBool> {
  const wanted = new Set(values);
  const ways: Expression<SqlBool>[] = [];
  if (wanted.delete('Received'))
    ways.push(sql<SqlBool>`(lead.status = 'Received' and lead.expires_at > ${now})`);
  if (wanted.has('Expired'))
    ways.push(sql<SqlBool>`(lead.status = 'Received' and lead.expires_at <= ${now})`);
  if (wanted.size > 0) ways.push(sql<SqlBool>`lead.status = any(${[...wanted]}::text[])`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** From the first moment of one day to the last of another, in the reader's time zone. */
function isWithin(name: RangeName, conditions: LeadConditions): Expression<SqlBool> {
  const bounds = boundsOf(name);
  const { [bounds.from]: first, [bounds.to]: last, timeZone } = conditions;
  return sql<SqlBool>`(${sql.join(
    [
      ...(first === undefined ? [] : [sql`${storedValue(name)} >= ${beginningOf(first, timeZone)}`]),
      ...(last === undefined ? [] : [sql`${storedValue(name)} < ${endOf(last, timeZone)}`]),
    ],
    sql` and `,
  )})`;
}

/** As a literal rather than a parameter, so that the planner knows how many leads there are of each kind. */
function isSo(name: FlagName, wanted: boolean): Expression<SqlBool> {
  return wanted ? sql<SqlBool>`${storedValue(name)}` : sql<SqlBool>`not ${storedValue(name)}`;
}
