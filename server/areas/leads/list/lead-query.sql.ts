import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type LeadFieldWith, leadFields } from '../../../../contract/leads/lead-fields.ts';
import {
  type AmountName,
  type AnyOfName,
  activeFilters,
  anyOfField,
  boundsOf,
  byOperator,
  type DaysName,
  type FlagName,
  fieldOfFilter,
  isAmount,
  type LeadFilterName,
  standInsOf,
  ungrouped,
  type WithinName,
} from '../../../../contract/leads/lead-filters.ts';
import type { LeadQuery } from '../../../../contract/leads/lead-list.ts';
import type { DB, Db, Transaction } from '../../../platform/database/database.ts';
import { isFavorite } from '../lead/favorites.sql.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { storedColumn } from './lead-columns.sql.ts';
import { type Found, isFound } from './lead-search.sql.ts';
import { beginningOf, endOf } from './whole-days.ts';

type JudgedFlag = Extract<LeadFieldWith<{ readonly judged: true }>, FlagName>;
type LeadBuilder = ExpressionBuilder<DB, 'lead'>;

/** A query whose search has been run. */
export type LeadConditions = Omit<LeadQuery, 'search'> & {
  readonly found: Found | undefined;
  /** The time zone of filters by day; UTC if missing. */
  readonly timeZone?: string;
  /** While older leads are still being prepared, what they are worth is not in `lead_lookup` and must be computed. */
  readonly worthIn?: 'lead';
  /** Only these. */
  readonly leadIds?: readonly string[];
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
  >`case when lead.status = 'Received' and lead.expires_at <= ${now} then 'Expired' else coalesce(lead.status, ${sql.lit(noStatus)}) end`;
}

/** The filter's value for informational leads. */
export const noStatus = leadFields.status.none;

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
      ...(conditions.leadIds ? [isOneOf(conditions.leadIds)] : []),
      ...(conditions.found === undefined ? [] : [isFound(conditions.found, scope.now)]),
      ...activeFilters(conditions)
        .filter((name) => !without(name))
        .map((name) => fits(name, conditions, scope.now)),
    ]),
  );
}

function isOneOf(leadIds: readonly string[]): Expression<SqlBool> {
  return sql<boolean>`lead.id = any(${leadIds}::uuid[])`;
}

function inTab(eb: LeadBuilder, scope: LeadScope, tab: LeadQuery['tab']): Expression<SqlBool> {
  return tab === 'favorites' ? isFavorite(eb, scope) : eb('lead.tab', '=', tab);
}

function fits(name: LeadFilterName, conditions: LeadConditions, now: Date): Expression<SqlBool> {
  return byOperator(name, {
    anyOf: (one) => hasAnyOf(one, conditions[one] ?? [], now),
    range: (one) => (isAmount(one) ? isWorth(one, conditions) : isWithin(one, conditions)),
    within: (one) => comesWithin(one, conditions[one] ?? 0, now),
    flag: (one) => isSo(one, conditions[one] ?? false, now),
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
  if (wanted.delete(noStatus)) ways.push(sql<SqlBool>`lead.status is null`);
  if (wanted.size > 0) ways.push(sql<SqlBool>`lead.status = any(${[...wanted]}::text[])`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

/** From the first moment of one day to the last of another, in the reader's time zone. */
function isWithin(name: DaysName, conditions: LeadConditions): Expression<SqlBool> {
  const bounds = boundsOf(name);
  const { [bounds.from]: first, [bounds.to]: last, timeZone } = conditions;
  const value = storedValue(name);
  if (leadFields[fieldOfFilter[name]].type === 'day') return isBetween(value, first, last, 'date');
  return sql<SqlBool>`(${sql.join(
    [
      ...(first === undefined ? [] : [sql`${value} >= ${beginningOf(first, timeZone)}`]),
      ...(last === undefined ? [] : [sql`${value} < ${endOf(last, timeZone)}`]),
    ],
    sql` and `,
  )})`;
}

function isBetween(
  value: Expression<unknown>,
  least: string | number | undefined,
  most: string | number | undefined,
  type: 'date' | 'bigint',
): Expression<SqlBool> {
  const ends = [
    ...(least === undefined ? [] : [sql`${value} >= ${least}::${sql.raw(type)}`]),
    ...(most === undefined ? [] : [sql`${value} <= ${most}::${sql.raw(type)}`]),
  ];
  return sql<SqlBool>`(${sql.join(ends, sql` and `)})`;
}

/** The amount behind each filter: in `lead_lookup`, and as long as that is being prepared. */
const amounts: Readonly<Record<AmountName, { known: string; computed: RawBuilder<unknown> }>> = {
  dealValue: {
    known: 'value_order',
    computed: sql`approximate_value(lead.deal_value_minor, lead.deal_currency)`,
  },
};

/** Compares in US cents, approximately; leads without an amount, or in a currency without a rate, are worth -1. */
export function isWorth(
  name: AmountName,
  conditions: LeadConditions,
  lookup?: 'lookup',
): Expression<SqlBool> {
  const bounds = boundsOf(name);
  const [least = 0, most] = [conditions[bounds.from], conditions[bounds.to]];
  const cents = (dollars: number) => Math.round(dollars * 100);
  const within = (value: Expression<unknown>) =>
    isBetween(value, cents(least), most === undefined ? undefined : cents(most), 'bigint');
  const { known, computed } = amounts[name];
  if (conditions.worthIn === 'lead') return within(computed);
  if (lookup) return within(sql.ref(`lookup.${known}`));
  const tab = conditions.tab === 'favorites' ? sql`` : sql`and worth.tab = ${conditions.tab}`;
  return sql<SqlBool>`lead.id in (select worth.lead_id from lead_lookup worth
    where worth.organization_id = current_organization_id() ${tab} and ${within(sql.ref(`worth.${known}`))})`;
}

/** Leads to be answered whose time ends within some hours; a moment that is not awaited is at infinity. */
function comesWithin(name: WithinName, hours: number, now: Date): Expression<SqlBool> {
  const until = new Date(now.getTime() + hours * 3_600_000);
  return sql<SqlBool>`(${awaited[name]} > ${now} and ${awaited[name]} <= ${until})`;
}

const awaited: Readonly<Record<WithinName, RawBuilder<unknown>>> = {
  expiresWithinHours: sql.ref('lead.expiry_sort'),
};

/** Flags that the rules decide (LC-4, LC-5). */
const judgedFlags: Readonly<Record<JudgedFlag, (now: Date) => Expression<SqlBool>>> = {
  withoutAnswer: isAwaitingAnswer,
  hot: (now) =>
    sql<SqlBool>`(lead.status = 'Received' and lead.expires_at > ${now} and lead.hot_until > ${now})`,
};

/** In the words of the index that has these leads alone. */
function isAwaitingAnswer(now: Date): Expression<SqlBool> {
  return sql<SqlBool>`(lead.status = 'Received' and lead.expires_at > ${now})`;
}

const isJudged = (name: FlagName): name is JudgedFlag => name in judgedFlags;

/** As a literal rather than a parameter, so that the planner knows how many leads there are of each kind. */
function isSo(name: FlagName, wanted: boolean, now: Date): Expression<SqlBool> {
  if (isJudged(name)) {
    const so = judgedFlags[name](now);
    return wanted ? so : sql<SqlBool>`(${so} is not true)`;
  }
  return wanted ? sql<SqlBool>`${storedValue(name)}` : sql<SqlBool>`not ${storedValue(name)}`;
}

/** Filters by values that an index of their own finds; a plan for any value would not use it. */
const foundByIndex: readonly LeadFilterName[] = [
  'offer',
  'campaign',
  'referralProgram',
  'assignedTo',
  'stage',
  'customerName',
] satisfies AnyOfName[];

/** True when the query has every lead of a tab that is stored. */
export function isWholeTab(scope: LeadScope, conditions: LeadConditions): boolean {
  const { tab, found, leadIds } = conditions;
  const isAll = scope.everything && found === undefined && leadIds === undefined;
  return isAll && tab !== 'favorites' && activeFilters(conditions).length === 0;
}

/** Whether the best way to the leads depends on the values of the filters. */
export function dependsOnValues(conditions: LeadConditions): boolean {
  return activeFilters(conditions).some((name) =>
    byOperator(name, {
      anyOf: () => foundByIndex.includes(name),
      range: () => true,
      within: () => true,
      // Few leads are so, and an index has them; almost any lead is not.
      flag: (flag) => isJudged(flag) && conditions[flag] === true,
    }),
  );
}
