import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LeadFilterName } from '../../../../contract/enums.ts';
import { leadFilterNames, leadOutcomes } from '../../../../contract/enums.ts';
import type { LeadSelection } from '../../../../contract/lead-list.ts';
import type { DB, Db, Transaction } from '../../../platform/database/database.ts';
import { isFavorite } from '../lead/favorites.sql.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { type Found, isFound } from './lead-search.sql.ts';

type LeadBuilder = ExpressionBuilder<DB, 'lead'>;

/** A selection whose search has been looked up. */
export type Selected = Omit<LeadSelection, 'search'> & { readonly found: Found | undefined };

const columnOf = {
  callToAction: 'lead.call_to_action',
  country: 'lead.country',
  customerName: 'lead.customer_name',
  leadSource: 'lead.lead_source',
  leadType: 'lead.lead_type',
  leadQuality: 'lead.lead_quality',
  status: 'lead.status',
  emailValidity: 'lead.email_validity',
  phoneValidity: 'lead.phone_validity',
} as const satisfies Record<LeadFilterName, string>;

/** The column behind each filter, as it is stored: an expired lead may still be stored as received. */
export function storedColumn(name: LeadFilterName): RawBuilder<string | null> {
  return sql.ref<string | null>(columnOf[name]);
}

/** What each filter compares; the status is judged at the moment of asking (LC-4). */
export function filterColumn(name: LeadFilterName, now: Date): RawBuilder<string | null> {
  if (name !== 'status') return storedColumn(name);
  return sql<
    string | null
  >`case when lead.status = 'Received' and lead.expires_at <= ${now} then 'Expired' else lead.status end`;
}

/** The filters that are set. */
export function activeFilters(selection: Pick<LeadSelection, LeadFilterName>): LeadFilterName[] {
  return leadFilterNames.filter((name) => (selection[name]?.length ?? 0) > 0);
}

/** The leads of a selection that the scope may see; `without` leaves one filter out, for its own counts (WS-3). */
export function selectLeads(
  tx: Db | Transaction,
  scope: LeadScope,
  selection: Selected,
  without?: LeadFilterName,
) {
  return tx.selectFrom('lead').where((eb) =>
    eb.and([
      visibleTo(scope)(eb),
      inTab(eb, scope, selection.tab),
      ...(selection.found === undefined ? [] : [isFound(selection.found, scope.now)]),
      ...activeFilters(selection)
        .filter((name) => name !== without)
        .map((name) => matches(name, selection[name] ?? [], scope.now)),
    ]),
  );
}

function inTab(eb: LeadBuilder, scope: LeadScope, tab: LeadSelection['tab']): Expression<SqlBool> {
  return tab === 'favorites' ? isFavorite(eb, scope) : eb('lead.tab', '=', tab);
}

function matches(name: LeadFilterName, values: readonly string[], now: Date): Expression<SqlBool> {
  if (name === 'status') return hasStatus(values, now);
  return sql<SqlBool>`${filterColumn(name, now)} = any(${[...values]}::text[])`;
}

/** The same as comparing {@link filterColumn}, in terms that the planner can estimate. */
function hasStatus(values: readonly string[], now: Date): Expression<SqlBool> {
  const wanted = new Set(values.flatMap((value) => (value === 'Archived' ? leadOutcomes : [value])));
  const ways: Expression<SqlBool>[] = [];
  if (wanted.delete('Received'))
    ways.push(sql<SqlBool>`(lead.status = 'Received' and lead.expires_at > ${now})`);
  if (wanted.has('Expired'))
    ways.push(sql<SqlBool>`(lead.status = 'Received' and lead.expires_at <= ${now})`);
  if (wanted.size > 0) ways.push(sql<SqlBool>`lead.status = any(${[...wanted]}::text[])`);
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}
