import { sql, type Updateable } from 'kysely';
import type { LeadEventType } from '../../../../contract/enums.ts';
import type { Colleague } from '../../../../contract/identity.ts';
import type { Lead as LeadTable } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';
import { newId } from '../../../platform/ids.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import type { Actor } from '../../identity/index.ts';
import { isFavorite } from './favorites.sql.ts';
import { detailColumns, type LeadDetailRow, summaryColumns } from './lead-row.ts';
import { type LeadScope, visibleTo } from './lead-scope.sql.ts';
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
    .select(summaryColumns)
    .select(detailColumns)
    .select('location.name as location_name')
    .select((eb) =>
      isFavorite(eb as never, scope)
        .$castTo<boolean>()
        .as('favorite'),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  // An earlier lead that the reader may not see answers like one that does not exist (ID-3).
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

/** Holds the lead until the transaction ends, so that of two people acting at once one waits (LC-9). */
export async function lockLead(
  tx: Transaction,
  scope: LeadScope,
  leadId: string,
): Promise<LeadDetailRow | undefined> {
  const held = await tx
    .selectFrom('lead')
    .select('lead.id')
    .where(visibleTo(scope))
    .where('lead.id', '=', leadId)
    .forUpdate()
    .executeTakeFirst();
  return held ? findLead(tx, scope, leadId) : undefined;
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

/** Makes these people the team of the lead. */
export async function replaceTeam(
  tx: Transaction,
  organizationId: string,
  leadId: string,
  personIds: readonly string[],
  at: Date,
): Promise<void> {
  await tx
    .deleteFrom('lead_team_member')
    .where('organization_id', '=', organizationId)
    .where('lead_id', '=', leadId)
    .execute();
  const rows = personIds.map((personId) => ({
    organization_id: organizationId,
    lead_id: leadId,
    person_id: personId,
    added_at: at,
  }));
  if (rows.length > 0) await tx.insertInto('lead_team_member').values(rows).execute();
}

export type LeadChangeColumns = Omit<Updateable<LeadTable>, 'organization_id' | 'id' | 'version'>;

/** Writes a change and counts the version up. @returns the new version */
export async function updateLead(
  tx: Transaction,
  organizationId: string,
  leadId: string,
  columns: LeadChangeColumns,
  at: Date,
): Promise<number> {
  const row = await tx
    .updateTable('lead')
    .set({ ...columns, updated_at: at, version: sql`version + 1` })
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

export interface NewLeadEvent {
  readonly organizationId: string;
  readonly leadId: string;
  readonly type: LeadEventType;
  readonly at: Date;
  readonly actor:
    | Actor
    | {
        readonly kind: 'system' | 'customer' | 'marketplace';
        readonly personId: null;
        readonly name: string;
      };
  readonly changes?: readonly { field: string; before: unknown; after: unknown }[];
  readonly note?: string | null;
  readonly version: number;
}

/** The row of an event. */
export function newEvent(event: NewLeadEvent) {
  return {
    organization_id: event.organizationId,
    id: newId(),
    lead_id: event.leadId,
    type: event.type,
    at: event.at,
    actor_kind: event.actor.kind,
    actor_person_id: event.actor.personId,
    actor_name: event.actor.name,
    note: event.note ?? null,
    version: event.version,
  };
}

/** Appends to the log that everything else reads. @returns the id of the event */
export async function insertEvent(tx: Transaction, event: NewLeadEvent): Promise<string> {
  const row = newEvent(event);
  await tx
    .insertInto('lead_event')
    .values({ ...row, changes: JSON.stringify(event.changes ?? []) })
    .execute();
  return row.id;
}

/** Which events of a lead: the latest of those after a version, or before a place. */
export interface EventSelection {
  readonly limit: number;
  readonly sinceVersion?: number;
  readonly before?: TimePlace | undefined;
}

/** What happened to a lead, oldest first: of many events the latest. */
export async function listEvents(
  tx: Transaction,
  { organizationId, leadId }: { readonly organizationId: string; readonly leadId: string },
  { limit, sinceVersion = 0, before }: EventSelection,
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

/** Marks the lead for the person; twice changes nothing. */
export async function addFavorite(
  tx: Transaction,
  organizationId: string,
  personId: string,
  leadId: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('lead_favorite')
    .values({ organization_id: organizationId, person_id: personId, lead_id: leadId, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the mark of the person off the lead; twice changes nothing. */
export async function removeFavorite(
  tx: Transaction,
  organizationId: string,
  personId: string,
  leadId: string,
): Promise<void> {
  await tx
    .deleteFrom('lead_favorite')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('lead_id', '=', leadId)
    .execute();
}

/** The customers of leads of the organization, whoever may open them: for the access log. */
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

/** Of the given leads, those that the scope may see. */
export async function listVisibleIds(
  tx: Transaction,
  scope: LeadScope,
  leadIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .selectFrom('lead')
    .select('lead.id')
    .where(visibleTo(scope))
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`)
    .execute();
  return rows.map((row) => row.id);
}
