import { sql } from 'kysely';
import type { Colleague } from '../../../../contract/identity/identity.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import { isFavorite } from './favorites.sql.ts';
import { detailColumns, type LeadColumnsRow, type LeadDetailRow, summaryColumns } from './lead-row.ts';
import { type LeadScope, visibleTo } from './lead-scope.sql.ts';
import { longTextStarts } from './lead-starts.sql.ts';
import type { LeadEventRow } from './leads.presenter.ts';

/** One lead that the scope may see, with everything the details page shows; undefined when there is none. */
export async function findLead(
  tx: Transaction,
  scope: LeadScope,
  leadId: string,
): Promise<LeadDetailRow | undefined> {
  const row = await tx
    .selectFrom('lead')
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .leftJoin('person as assignee', 'assignee.id', 'lead.assigned_to')
    .select(summaryColumns)
    .select(detailColumns)
    .select(longTextStarts)
    .select(['location.name as location_name', 'assignee.name as assignee_name'])
    .select((eb) =>
      isFavorite(eb as never, scope)
        .$castTo<boolean>()
        .as('favorite'),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  // An earlier lead that the reader may not see is treated like one that does not exist (ID-3).
  const earlier =
    row.repeat_of_lead_id === null ? undefined : await findReceivedAt(tx, scope, row.repeat_of_lead_id);
  return {
    ...row,
    repeat_of_received_at: earlier?.received_at ?? null,
    duplicate_of_lead_id: await findVisible(tx, scope, row.duplicate_of_lead_id),
  };
}

/** The lead, if the reader may see it. */
async function findVisible(tx: Transaction, scope: LeadScope, leadId: string | null): Promise<string | null> {
  if (leadId === null) return null;
  return (await findReceivedAt(tx, scope, leadId)) ? leadId : null;
}

function findReceivedAt(tx: Transaction, scope: LeadScope, leadId: string) {
  return tx
    .selectFrom('lead')
    .select('lead.received_at')
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .executeTakeFirst();
}

/** The people in the team of a lead. */
export function listTeam(tx: Transaction, organizationId: string, leadId: string): Promise<Colleague[]> {
  return tx
    .selectFrom('lead_team_member as mate')
    .innerJoin('person', 'person.id', 'mate.person_id')
    .select(['person.id', 'person.name', 'person.email'])
    .where('mate.organization_id', '=', organizationId)
    .where('mate.lead_id', '=', leadId)
    .orderBy(asRead('person.name'))
    .orderBy('person.id')
    .execute();
}

/** Which events of a lead: the latest of those after a version, or before a place. */
export interface EventRange {
  readonly limit: number;
  readonly sinceVersion?: number;
  readonly before?: TimePlace | undefined;
}

/** The events of a lead, oldest first: if there are many, the latest of them. */
export async function listEvents(
  tx: Transaction,
  { organizationId, leadId }: { readonly organizationId: string; readonly leadId: string },
  { limit, sinceVersion = 0, before }: EventRange,
): Promise<LeadEventRow[]> {
  const latest = await tx
    .selectFrom('lead_event as event')
    .leftJoin('person as who', 'who.id', 'event.actor_person_id')
    .select([
      'event.id',
      'event.type',
      'event.at',
      'event.actor_kind',
      'event.actor_person_id',
      'event.actor_name',
      'who.name as actor_name_now',
      'event.changes',
      'event.note',
    ])
    .where('event.organization_id', '=', organizationId)
    .where('event.lead_id', '=', leadId)
    .where('event.version', '>', sinceVersion)
    .$if(before !== undefined, (query) =>
      query.where(sql<boolean>`(event.at, event.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`),
    )
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute();
  return latest.toReversed();
}

/** The customers of leads of the organization, regardless of who may open them: for the access log. */
export async function listCustomerNames(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<Map<string, string | null>> {
  const rows = await tx
    .selectFrom('lead')
    .select(['id', 'customer_name'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${[...leadIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.customer_name]));
}

/** Those of the given leads that the scope may see, by themselves: enough to decide about them. */
export function listLeads(
  tx: Transaction,
  scope: LeadScope,
  leadIds: readonly string[],
): Promise<LeadColumnsRow[]> {
  return selectThese(tx, scope, leadIds).select(summaryColumns).select(detailColumns).execute();
}

/** Those of the given leads that the scope may see. */
export async function listVisibleIds(
  tx: Transaction,
  scope: LeadScope,
  leadIds: readonly string[],
): Promise<string[]> {
  const rows = await selectThese(tx, scope, leadIds).select('lead.id').execute();
  return rows.map((row) => row.id);
}

/** Those of the given leads that the scope may see, to be selected from. */
export function selectThese(tx: Transaction, scope: LeadScope, leadIds: readonly string[]) {
  return tx
    .selectFrom('lead')
    .where(visibleTo(scope))
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`);
}
