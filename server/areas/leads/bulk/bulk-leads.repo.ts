import { sql } from 'kysely';
import type { BulkRefusal, LeadState } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';
import { selectThese } from '../lead/leads.repo.ts';
import type { selectLeads } from '../list/lead-query.sql.ts';
import type { BulkActionRow } from './bulk.repo.ts';

/** Writes down the named leads in that order, with the versions that the person sees. @returns how many */
export async function insertNamedLeads(
  tx: Transaction,
  scope: LeadScope,
  bulkActionId: string,
  leadIds: readonly string[],
): Promise<number> {
  const visible = await selectThese(tx, scope, leadIds).select(['lead.id', 'lead.version']).execute();
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

/** The leads that an order means, whenever they came. */
export type MeantLeads = ReturnType<typeof selectLeads>;

/** Which of them: those received up to a moment. */
export interface SeenLeads {
  readonly leads: MeantLeads;
  readonly seenAt: Date;
}

function selectSeen({ leads, seenAt }: SeenLeads) {
  return leads.where('lead.received_at', '<=', seenAt);
}

/** How many of the leads were there at that moment, counted up to the limit. */
export async function countMeantLeads(tx: Transaction, seen: SeenLeads, limit: number): Promise<number> {
  const found = selectSeen(seen).select('lead.id').limit(limit);
  const { count } = await tx
    .selectFrom(found.as('found'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The version of a lead that changed after the person saw it: none that a lead ever has. */
export const changedSince = 0;

/**
 * Writes down the leads that were there at that moment, oldest first. What changed later is marked: it may have come to
 * be meant with that change, and is not what the person saw.
 * @returns how many, up to the limit
 */
export async function insertMeantLeads(
  tx: Transaction,
  scope: LeadScope,
  bulkActionId: string,
  { limit, ...seen }: SeenLeads & { readonly limit: number },
): Promise<number> {
  const found = selectSeen(seen)
    .select(['lead.id', 'lead.received_at'])
    .select(
      sql<number>`case when lead.updated_at > ${seen.seenAt} then ${sql.lit(changedSince)} else lead.version end`.as(
        'version',
      ),
    )
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

/** How many of the leads were received after that moment. */
export async function countReceivedSince({ leads, seenAt }: SeenLeads): Promise<number> {
  const { count } = await leads
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('lead.received_at', '>', seenAt)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many leads a bulk action really changed. */
export async function countChangedLeads(
  tx: Transaction,
  organizationId: string,
  bulkActionId: string,
): Promise<number> {
  const { count } = await tx
    .selectFrom('bulk_action_lead')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId)
    .where('bulk_action_id', '=', bulkActionId)
    .where('outcome', '=', 'done')
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
    select organization_id, ${bulkActionId}, row_number() over (order by place), lead_id, coalesce(new_version, version),
           former_owner_id
    from bulk_action_lead
    where organization_id = ${organizationId} and bulk_action_id = ${undoneId} and outcome = 'done'`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0n);
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

/** Writes the results of leads, and how far the bulk action has come with them. */
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

/** A lead of a bulk action and its result; the customer only for people who may see the lead. */
export interface ReportedLead {
  readonly place: number;
  readonly lead_id: string;
  readonly outcome: 'done' | 'unchanged' | 'refused' | null;
  readonly reason: BulkRefusal | null;
  readonly lead_state: LeadState | 'informational' | null;
  readonly customer_name: string | null;
}

/** The leads of a bulk action and their results, from a place on. */
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
