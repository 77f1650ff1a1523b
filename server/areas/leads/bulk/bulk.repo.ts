import { type Selectable, sql } from 'kysely';
import type { BulkActionName, BulkRefusal, BulkState, LeadState } from '../../../../contract/leads/lists.ts';
import type { BulkAction as BulkActionTable } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import type { LeadConditions } from '../list/lead-query.sql.ts';
import { selectLeads } from '../list/lead-query.sql.ts';
import type { BulkDetails } from './bulk.rules.ts';

/** A bulk action as the database stores it. */
export type BulkActionRow = Omit<Selectable<BulkActionTable>, 'action' | 'state' | 'details'> & {
  readonly action: BulkActionName;
  readonly state: BulkState;
  readonly details: BulkDetails;
  /** The bulk action that undid this one. */
  readonly undone_by: string | null;
};

/** Whose bulk actions: they belong to one person in one organization. */
export interface Whose {
  readonly organizationId: string;
  readonly personId: string;
}

export interface NewBulkAction extends Whose {
  readonly id: string;
  readonly action: BulkActionName;
  readonly details: BulkDetails;
  readonly undoes: string | null;
  readonly at: Date;
}

/** Waits until no one else counts or orders bulk actions of the organization. */
export async function waitForOtherOrders(tx: Transaction, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`bulk ${organizationId}`}, 0))`.execute(tx);
}

/** How many bulk actions of the organization with more leads than that have not ended. */
export async function countOpen(tx: Transaction, organizationId: string, largerThan: number) {
  const { count } = await tx
    .selectFrom('bulk_action')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('ended_at', 'is', null)
    .where('total', '>', largerThan)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes an order down; its leads follow, and then their number. */
export async function insertAction(tx: Transaction, action: NewBulkAction): Promise<void> {
  await tx
    .insertInto('bulk_action')
    .values({
      organization_id: action.organizationId,
      id: action.id,
      person_id: action.personId,
      action: action.action,
      details: JSON.stringify(action.details),
      undoes: action.undoes,
      total: 0,
      created_at: action.at,
    })
    .execute();
}

/** Sets how many leads a bulk action has; one without any has ended. */
export async function setTotal(tx: Transaction, action: NewBulkAction, total: number): Promise<void> {
  await tx
    .updateTable('bulk_action')
    .set({
      total,
      ...(total === 0 ? { state: 'done', started_at: action.at, ended_at: action.at } : {}),
    })
    .where('organization_id', '=', action.organizationId)
    .where('id', '=', action.id)
    .execute();
}

/** Writes down the named leads in that order, with the versions that the person sees. @returns how many */
export async function insertNamedLeads(
  tx: Transaction,
  scope: LeadScope,
  bulkActionId: string,
  leadIds: readonly string[],
): Promise<number> {
  const visible = await tx
    .selectFrom('lead')
    .select(['lead.id', 'lead.version'])
    .where(visibleTo(scope))
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`)
    .execute();
  const versions = new Map(visible.map(({ id, version }) => [id, version]));
  const asked = leadIds.map((leadId) => versions.get(leadId) ?? null);
  await sql`
    insert into bulk_action_lead (organization_id, bulk_action_id, place, lead_id, version)
    select ${scope.organizationId}, ${bulkActionId}, asked.place, asked.lead_id, asked.version
    from unnest(${[...leadIds]}::uuid[], ${asked}::integer[]) with ordinality asked (lead_id, version, place)`.execute(
    tx,
  );
  return leadIds.length;
}

/** Which leads of a query: those received up to a moment. */
export interface SeenLeads {
  readonly conditions: LeadConditions;
  readonly seenAt: Date;
}

/** Writes down the leads of a query that were there at that moment, oldest first. @returns how many, up to the limit */
export async function insertQueriedLeads(
  tx: Transaction,
  scope: LeadScope,
  bulkActionId: string,
  { conditions, seenAt, limit }: SeenLeads & { readonly limit: number },
): Promise<number> {
  const found = selectLeads(tx, scope, conditions)
    .select(['lead.id', 'lead.version', 'lead.received_at'])
    .where('lead.received_at', '<=', seenAt)
    .orderBy('lead.received_at')
    .orderBy('lead.id')
    .limit(limit);
  const result = await tx
    .insertInto('bulk_action_lead')
    .columns(['organization_id', 'bulk_action_id', 'place', 'lead_id', 'version'])
    .expression(
      tx
        .selectFrom(found.as('found'))
        .select([
          sql<string>`${scope.organizationId}::uuid`.as('organization_id'),
          sql<string>`${bulkActionId}::uuid`.as('bulk_action_id'),
          sql<number>`row_number() over (order by found.received_at, found.id)`.as('place'),
          'found.id as lead_id',
          'found.version',
        ]),
    )
    .executeTakeFirstOrThrow();
  return Number(result.numInsertedOrUpdatedRows);
}

/** How many leads of a query were received after that moment. */
export async function countReceivedSince(
  tx: Transaction,
  scope: LeadScope,
  { conditions, seenAt }: SeenLeads,
): Promise<number> {
  const { count } = await selectLeads(tx, scope, conditions)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lead.received_at', '>', seenAt)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes down the leads that a bulk action really changed, to undo it. @returns how many */
export async function insertChangedLeads(
  tx: Transaction,
  organizationId: string,
  bulkActionId: string,
  undoneId: string,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into bulk_action_lead (organization_id, bulk_action_id, place, lead_id, version, wanted_owner_id)
    select organization_id, ${bulkActionId}, row_number() over (order by place), lead_id, new_version, former_owner_id
    from bulk_action_lead
    where organization_id = ${organizationId} and bulk_action_id = ${undoneId} and outcome = 'done'`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
}

function selectOwn(tx: Transaction, { organizationId, personId }: Whose) {
  return (
    tx
      .selectFrom('bulk_action as bulk')
      .leftJoin('bulk_action as later', (join) =>
        join
          .onRef('later.organization_id', '=', 'bulk.organization_id')
          .onRef('later.undoes', '=', 'bulk.id'),
      )
      .selectAll('bulk')
      .select('later.id as undone_by')
      .where('bulk.organization_id', '=', organizationId)
      .where('bulk.person_id', '=', personId)
      // The columns of closed lists are checked by the database.
      .$castTo<BulkActionRow>()
  );
}

/** The person's bulk action with that id. */
export function findOwn(tx: Transaction, whose: Whose, id: string): Promise<BulkActionRow | undefined> {
  return selectOwn(tx, whose).where('bulk.id', '=', id).executeTakeFirst();
}

/** The person's latest bulk actions, newest first. */
export function listOwn(tx: Transaction, whose: Whose, limit: number): Promise<BulkActionRow[]> {
  return selectOwn(tx, whose).orderBy('bulk.id', 'desc').limit(limit).execute();
}

/** The same bulk action, locked until the transaction ends: whoever works its leads holds this lock. */
export async function lockOwn(tx: Transaction, whose: Whose, id: string): Promise<BulkActionRow | undefined> {
  const held = await tx
    .selectFrom('bulk_action')
    .select('id')
    .where('organization_id', '=', whose.organizationId)
    .where('person_id', '=', whose.personId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return held && findOwn(tx, whose, id);
}

/** A lead of a bulk action whose turn has come. */
export interface BulkLeadRow {
  readonly place: number;
  readonly lead_id: string;
  readonly version: number | null;
  readonly wanted_owner_id: string | null;
}

/** The next leads of a locked bulk action, in order. */
export function listNext(tx: Transaction, action: BulkActionRow, limit: number): Promise<BulkLeadRow[]> {
  return tx
    .selectFrom('bulk_action_lead')
    .select(['place', 'lead_id', 'version', 'wanted_owner_id'])
    .where('organization_id', '=', action.organization_id)
    .where('bulk_action_id', '=', action.id)
    .where('place', '>', action.done + action.refused)
    .orderBy('place')
    .limit(limit)
    .execute();
}

/** What became of a lead. */
export interface BulkResult {
  readonly place: number;
  readonly outcome: 'done' | 'unchanged' | 'refused';
  readonly reason?: BulkRefusal;
  readonly leadState?: LeadState | 'informational';
  readonly newVersion?: number;
  readonly formerOwnerId?: string | null;
}

/** Writes what became of leads, and where the bulk action then stands. */
export async function writeResults(
  tx: Transaction,
  action: BulkActionRow,
  results: readonly BulkResult[],
  now: Date,
): Promise<void> {
  await sql`
    update bulk_action_lead as one
    set outcome = r.outcome, reason = r.reason, lead_state = r."leadState", new_version = r."newVersion",
        former_owner_id = r."formerOwnerId"
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
      as r (place integer, outcome text, reason text, "leadState" text, "newVersion" integer, "formerOwnerId" uuid)
    where one.organization_id = ${action.organization_id} and one.bulk_action_id = ${action.id}
      and one.place = r.place
      and one.place between ${action.done + action.refused + 1} and ${action.done + action.refused + results.length}`.execute(
    tx,
  );
  const refused = results.filter(({ outcome }) => outcome === 'refused').length;
  const isLast = action.done + action.refused + results.length >= action.total;
  await tx
    .updateTable('bulk_action')
    .set({
      done: action.done + results.length - refused,
      refused: action.refused + refused,
      failures: 0,
      started_at: action.started_at ?? now,
      state: isLast ? 'done' : 'running',
      ended_at: isLast ? now : null,
    })
    .where('organization_id', '=', action.organization_id)
    .where('id', '=', action.id)
    .execute();
}

/** Ends a locked bulk action before its last lead. */
export async function endEarly(
  tx: Transaction,
  action: BulkActionRow,
  state: 'cancelled' | 'failed',
  now: Date,
): Promise<void> {
  await tx
    .updateTable('bulk_action')
    .set({ state, ended_at: now })
    .where('organization_id', '=', action.organization_id)
    .where('id', '=', action.id)
    .execute();
}

/** Counts a failure of a locked bulk action. */
export async function countFailure(tx: Transaction, action: BulkActionRow): Promise<void> {
  await tx
    .updateTable('bulk_action')
    .set({ failures: action.failures + 1 })
    .where('organization_id', '=', action.organization_id)
    .where('id', '=', action.id)
    .execute();
}

/** A lead of a bulk action with what became of it; the customer only for those who may see the lead. */
export interface ReportedLead {
  readonly place: number;
  readonly lead_id: string;
  readonly outcome: 'done' | 'unchanged' | 'refused' | null;
  readonly reason: BulkRefusal | null;
  readonly lead_state: LeadState | 'informational' | null;
  readonly customer_name: string | null;
}

/** Leads of a bulk action with what became of them, after a place. */
export function listReported(
  tx: Transaction,
  scope: LeadScope | undefined,
  bulkActionId: string,
  { organizationId, after, limit, refusedOnly }: ReportPage,
): Promise<ReportedLead[]> {
  return (
    tx
      .selectFrom('bulk_action_lead as one')
      .leftJoin('lead', (join) => {
        const same = join
          .onRef('lead.organization_id', '=', 'one.organization_id')
          .onRef('lead.id', '=', 'one.lead_id');
        return scope === undefined
          ? same.on(sql<boolean>`false`)
          : same.on((eb) => visibleTo(scope)(eb as never));
      })
      .select([
        'one.place',
        'one.lead_id',
        'one.outcome',
        'one.reason',
        'one.lead_state',
        'lead.customer_name',
      ])
      .where('one.organization_id', '=', organizationId)
      .where('one.bulk_action_id', '=', bulkActionId)
      .where('one.place', '>', after)
      .$if(refusedOnly, (query) => query.where('one.outcome', '=', 'refused'))
      .orderBy('one.place')
      .limit(limit)
      // The columns of closed lists are checked by the database, or written from them.
      .$castTo<ReportedLead>()
      .execute()
  );
}

export interface ReportPage {
  readonly organizationId: string;
  readonly after: number;
  readonly limit: number;
  readonly refusedOnly: boolean;
}

/** How many leads that need someone each of these people owns (isAssignable). */
export async function countOwned(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('lead')
    .select(['assigned_to', ({ fn }) => fn.countAll<number>().as('count')])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`assigned_to = any(${[...personIds]}::uuid[])`)
    .where(
      sql<boolean>`(status = 'Accepted' or (status = 'Received' and expires_at > ${now})
                    or (status is null and (available_until is null or available_until > ${now})))`,
    )
    .groupBy('assigned_to')
    .execute();
  return new Map(
    rows.flatMap(({ assigned_to, count }) => (assigned_to === null ? [] : [[assigned_to, count]])),
  );
}

/** Marks leads as favorites of the person. @returns those that were none before */
export async function addFavorites(
  tx: Transaction,
  { organizationId, personId }: Whose,
  leadIds: readonly string[],
  at: Date,
): Promise<Set<string>> {
  const { rows } = await sql<{ lead_id: string }>`
    insert into lead_favorite (organization_id, person_id, lead_id, created_at)
    select ${organizationId}, ${personId}, lead_id, ${at} from unnest(${[...leadIds]}::uuid[]) lead_id
    on conflict do nothing returning lead_id`.execute(tx);
  return new Set(rows.map(({ lead_id }) => lead_id));
}

/** Removes the person's marks. @returns the leads that had one */
export async function removeFavorites(
  tx: Transaction,
  { organizationId, personId }: Whose,
  leadIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .deleteFrom('lead_favorite')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .returning('lead_id')
    .execute();
  return new Set(rows.map(({ lead_id }) => lead_id));
}

/** Deletes bulk actions of all organizations that ended and were ordered before that moment. @returns how many */
export async function unscopedForgetActions(db: Db, orderedBefore: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select forget_bulk_actions(${orderedBefore}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}
