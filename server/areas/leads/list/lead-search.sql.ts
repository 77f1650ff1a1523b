import { type Expression, type SqlBool, sql } from 'kysely';
import { amountParameters } from '../../../../contract/leads/lead-filters.ts';
import type { LeadListQuery, LeadQuery } from '../../../../contract/leads/lead-list.ts';
import type { SearchPlace } from '../../../../contract/leads/lists.ts';
import { isSearchable } from '../../../../contract/search-folding.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { type LeadOrder, needsLookup, orderOf } from './lead-cursor.sql.ts';
import type { LeadConditions } from './lead-query.sql.ts';
import { readSearchTerms, type SearchTerms, searchSteps } from './search-terms.ts';
import { withOwnId } from './stand-ins.ts';
import { asksForDays, withDays } from './whole-days.ts';

/** The most leads that a search lists by their ids; more common words are looked for in each row. */
export const mostFoundIds = 2000;

/** The leads in which a search finds its words: their ids, or how to tell. {@link isFound} says where they may be read. */
export type Found =
  | {
      readonly ids: readonly string[];
      /** Those that it finds by their id: they may hold the words nowhere. */
      readonly byId: readonly string[];
      readonly terms: SearchTerms;
    }
  | {
      readonly ids: null;
      readonly terms: SearchTerms;
      /** {@link lookedUp} is joined as `looked`, for statements that read every lead anyway. */
      readonly joined?: true;
    };

/** True when too many leads contain the words to list their ids. */
export function isTooMany(found: Found | undefined): boolean {
  return found !== undefined && found.ids === null;
}

/** The query whose one row {@link foundLeads} reads. */
function searchQuery(db: Db | Transaction, { groups, idStart }: SearchTerms, now: Date) {
  const ids = idStart === undefined ? sql`null::uuid[]` : idsFrom(idStart);
  return db.selectNoFrom([
    sql<string[] | null>`search_leads(${JSON.stringify(groups)}::jsonb, ${mostFoundIds}, ${now})`.as('words'),
    sql<string[] | null>`${ids}`.as('ids'),
  ]);
}

function idsFrom(start: string) {
  return sql`array(select lead.id from lead where ${hasId(start)} limit ${mostFoundIds})`;
}

function hasId(start: string): Expression<SqlBool> {
  return sql<SqlBool>`lead.organization_id = current_organization_id()
    and lead.id between ${start.padEnd(32, '0')}::uuid and ${start.padEnd(32, 'f')}::uuid`;
}

/** Reads the row of a {@link searchQuery}. */
function foundLeads(terms: SearchTerms, row: { words: string[] | null; ids: string[] | null }): Found {
  if (row.words === null) return { ids: null, terms };
  const byId = row.ids ?? [];
  return { ids: [...new Set([...row.words, ...byId])], byId, terms };
}

/** Runs a search, as {@link searchSteps} says; undefined when there is none. */
export async function findLeads(
  tx: Db | Transaction,
  search: string | undefined,
  now: Date,
): Promise<Found | undefined> {
  if (search === undefined) return undefined;
  const asked = readSearchTerms(search);
  let found: Found = { ids: [], byId: [], terms: asked };
  for (const terms of searchSteps(asked)) {
    found = foundLeads(terms, await searchQuery(tx, terms, now).executeTakeFirstOrThrow());
    if (found.ids === null || found.ids.length > 0) break;
  }
  return found;
}

/** True for the leads of a search. A word counts only where it may be read (LC-4, IN-6). */
export function isFound(found: Found, now: Date): Expression<SqlBool> {
  const { groups, idStart } = found.terms;
  if (found.ids !== null) return isListed(found, now);
  // A subquery for the one row, which the planner cannot turn into a scan of all of them.
  const inWords = found.joined
    ? sql<SqlBool>`(${mayBeRead(now)} or looked.in_open_lines)`
    : sql<SqlBool>`(select ${holdsAll(sql`looked.words`, groups)} and (${mayBeRead(now)} or ${inOpenLines(groups)})
                    from lead_lookup looked
                    where looked.organization_id = lead.organization_id and looked.lead_id = lead.id)`;
  return idStart === undefined ? inWords : sql<SqlBool>`(${inWords} or ${hasId(idStart)})`;
}

function isListed({ ids, byId, terms }: Extract<Found, { ids: readonly string[] }>, now: Date) {
  const inOpen = sql`select ${inOpenLines(terms.groups)} from lead_lookup looked
    where looked.organization_id = lead.organization_id and looked.lead_id = lead.id`;
  return sql<SqlBool>`(lead.id = any(${[...ids]}::uuid[])
    and (contact_may_be_shown(lead.contact_allowed, lead.status, lead.expires_at, ${now})
      ${byId.length > 0 ? sql`or lead.id = any(${[...byId]}::uuid[])` : sql``} or (${inOpen})))`;
}

/** Whether the contact of the current lead may be shown; see `contact_may_be_shown` in the database. */
function mayBeRead(now: Date): Expression<SqlBool> {
  return sql<SqlBool>`(looked.contact_allowed and lead.status is distinct from 'Expired'
    and not (lead.status is not distinct from 'Received' and coalesce(lead.expires_at <= ${now}, false)))`;
}

function inOpenLines(groups: SearchTerms['groups']): Expression<SqlBool> {
  return holdsAll(sql`left(looked.words, looked.open_length)`, groups);
}

/** The rows of `lead_lookup` that contain the words, narrow enough to stay in memory. */
export function lookedUp(scope: LeadScope, tab: LeadQuery['tab'], { groups }: SearchTerms) {
  const inTab = tab === 'favorites' ? sql`` : sql`and looked.tab = ${tab}`;
  return sql`select looked.lead_id, looked.contact_allowed, ${inOpenLines(groups)} as in_open_lines
    from lead_lookup looked
    where looked.organization_id = ${scope.organizationId} ${inTab} and ${holdsAll(sql`looked.words`, groups)}`;
}

/** True when the folded text contains a spelling of every word. */
export function holdsAll(text: Expression<unknown>, groups: SearchTerms['groups']): Expression<SqlBool> {
  const each = groups.map((spellings) => {
    const patterns = spellings.filter((spelling) => !spelling.startsWith(' ')).map((word) => `%${word}%`);
    const beginnings = spellings.filter((spelling) => spelling.startsWith(' ')).map(atWordBeginning);
    return sql<SqlBool>`(${sql.join(
      [
        ...(patterns.length > 0 ? [sql`${text} like any(${patterns}::text[])`] : []),
        ...(beginnings.length > 0 ? [sql`${text} ~ any(${beginnings}::text[])`] : []),
      ],
      sql` or `,
    )})`;
  });
  return each.length > 0 ? sql<SqlBool>`(${sql.join(each, sql` and `)})` : sql<SqlBool>`true`;
}

/** What matches at the beginning of a word, in the form of `at_word_beginning` in the database. */
function atWordBeginning(spelling: string): string {
  return `(^|[ \n])${spelling.slice(1).replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')}`;
}

/** The lines of `lead_lookup.words`; those after the notes are read only while the contact may be shown. */
const lines: readonly SearchPlace[] = [
  'customer',
  'offer',
  'deal',
  'notes',
  'contact',
  'email',
  'phone',
  'notes',
];
const openLines = 4;

/** Finds where the words of a search are in a lead, within what the reader may see (WS-5). */
export type WhereFound = (
  lead: { readonly id: string; readonly words: string | null },
  contactShown: boolean,
) => SearchPlace[];

/** Parses the search once, for all leads of a page; undefined when there is none. */
export function findPlaces(search: string | undefined): WhereFound | undefined {
  if (search === undefined) return undefined;
  const { groups, idStart } = readSearchTerms(search);
  const telling = groups.filter((spellings) => spellings.some(isSearchable));
  const asked = (telling.length > 0 ? telling : groups).flat();
  return ({ id, words }, contactShown) => {
    const shown = (words ?? '').split('\n').slice(0, contactShown ? lines.length : openLines);
    const places = shown.flatMap((line, n) => (asked.some((word) => line.includes(word)) ? [lines[n]] : []));
    if (idStart !== undefined && id.replaceAll('-', '').startsWith(idStart)) places.push('id');
    return [...new Set(places)].filter((place) => place !== undefined);
  };
}

/**
 * The order and the conditions of a list, with its search run and the scope's person in place of `me`: whoever compiles
 * a query, of a request or a saved one, comes through here.
 * @throws AppError invalid-request when it says `me` and the scope is nobody's
 */
export async function look(
  tx: Db | Transaction,
  scope: LeadScope,
  query: LeadQuery & Partial<Pick<LeadListQuery, 'sort'>>,
): Promise<{ order: LeadOrder; conditions: LeadConditions; preparing: boolean }> {
  const { sort, search, ...filters } = withOwnId(scope, query, 'query');
  const order = orderOf(sort ?? '-createdAt');
  const isAsked = search !== undefined || needsLookup(order) || asksForAmounts(filters);
  const [preparing, found, timeZone] = await Promise.all([
    isAsked && isPreparing(tx, scope),
    findLeads(tx, search, scope.now),
    asksForDays(filters) ? findTimeZone(tx, scope) : undefined,
  ]);
  const conditions: LeadConditions = {
    ...withDays(filters, scope.now, timeZone),
    found,
    ...(timeZone && { timeZone }),
    ...(preparing && { worthIn: 'lead' }),
  };
  return { order: { ...order, meanwhile: preparing }, conditions, preparing };
}

function asksForAmounts(filters: Omit<LeadQuery, 'search'>): boolean {
  return amountParameters.some((parameter) => filters[parameter] !== undefined);
}

/** The time zone of the person whose days are meant (WS-10); undefined for programs, and when unknown. */
async function findTimeZone(tx: Db | Transaction, { personId }: LeadScope): Promise<string | undefined> {
  if (personId === null) return undefined;
  const person = await tx
    .selectFrom('person')
    .select('time_zone')
    .where('id', '=', personId)
    .executeTakeFirst();
  return person?.time_zone ?? undefined;
}

/** True when older leads of the organization are still being prepared for search and sorting. */
async function isPreparing(tx: Db | Transaction, scope: LeadScope): Promise<boolean> {
  return (await preparation(tx, scope).executeTakeFirst()) !== undefined;
}

/** Has a row while older leads of the organization are still being prepared. */
export function preparation(tx: Db | Transaction, { organizationId }: LeadScope) {
  return tx
    .selectFrom('lead_lookup_task as task')
    .select('task.organization_id')
    .where('task.organization_id', '=', organizationId)
    .where('task.kind', '=', 'fill');
}
