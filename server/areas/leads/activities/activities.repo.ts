import { type Insertable, sql, type Updateable } from 'kysely';
import { mentionedIn } from '../../../../contract/leads/mentions.ts';
import type { LeadActivity } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';

/** The lead that an activity is about. */
export interface ActivityPlace {
  readonly organizationId: string;
  readonly leadId: string;
}

function selectActivities(tx: Transaction, { organizationId, leadId }: ActivityPlace) {
  return tx
    .selectFrom('lead_activity as activity')
    .leftJoin('person as who', 'who.id', 'activity.author_person_id')
    .select([
      'activity.id',
      'activity.kind',
      'activity.at',
      'activity.outcome',
      'activity.text',
      'activity.author_kind',
      'activity.author_person_id',
      'activity.author_token_id',
      'activity.author_name',
      'who.name as author_name_now',
      'activity.created_at',
      'activity.edited_at',
      'activity.version',
    ])
    .where('activity.organization_id', '=', organizationId)
    .where('activity.lead_id', '=', leadId);
}

/** Those that are there; a deleted one is only found to bring it back. */
function selectPresent(tx: Transaction, place: ActivityPlace) {
  return selectActivities(tx, place).where('activity.deleted_at', 'is', null);
}

export type ActivityRow = Awaited<ReturnType<typeof listActivities>>[number];

/** Activities of a lead, the latest first. */
export function listActivities(
  tx: Transaction,
  place: ActivityPlace,
  { limit, before }: { readonly limit: number; readonly before: TimePlace | undefined },
) {
  return selectPresent(tx, place)
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(activity.at, activity.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`,
      ),
    )
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute();
}

/** One activity of a lead; undefined when there is none. */
export function findActivity(
  tx: Transaction,
  place: ActivityPlace,
  activityId: string,
): Promise<ActivityRow | undefined> {
  return selectPresent(tx, place).where('activity.id', '=', activityId).executeTakeFirst();
}

/** One that was deleted after that moment; undefined when there is none. */
export function findDeletedActivity(
  tx: Transaction,
  place: ActivityPlace,
  activityId: string,
  after: Date,
): Promise<ActivityRow | undefined> {
  return selectActivities(tx, place)
    .where('activity.id', '=', activityId)
    .where('activity.deleted_at', '>', after)
    .executeTakeFirst();
}

/** Adds an activity. */
export async function insertActivity(tx: Transaction, row: Insertable<LeadActivity>): Promise<void> {
  await tx.insertInto('lead_activity').values(row).execute();
}

/** Changes an activity, which is then of a newer version. */
export async function updateActivity(
  tx: Transaction,
  { organizationId }: ActivityPlace,
  activityId: string,
  columns: Pick<Updateable<LeadActivity>, 'kind' | 'at' | 'outcome' | 'text' | 'edited_at'>,
): Promise<void> {
  await tx
    .updateTable('lead_activity')
    .set(columns)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('organization_id', '=', organizationId)
    .where('id', '=', activityId)
    .execute();
}

/** Deletes an activity, or brings it back: it is of the same version as before. */
export async function markDeleted(
  tx: Transaction,
  { organizationId }: ActivityPlace,
  activityId: string,
  deletedAt: Date | null,
): Promise<void> {
  await tx
    .updateTable('lead_activity')
    .set({ deleted_at: deletedAt })
    .where('organization_id', '=', organizationId)
    .where('id', '=', activityId)
    .execute();
}

/** Erases what was deleted before that moment, in all organizations. @returns how many */
export async function unscopedForgetActivities(db: Db, deletedBefore: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`select forget_activities(${deletedBefore}) as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** The people whom an activity mentions now; none once it is deleted. */
export async function findMentioned(
  tx: Transaction,
  organizationId: string,
  activityId: string,
): Promise<string[]> {
  const row = await tx
    .selectFrom('lead_activity')
    .select('text')
    .where('organization_id', '=', organizationId)
    .where('id', '=', activityId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return mentionedIn(row?.text ?? null);
}
