import { type Selectable, sql } from 'kysely';
import type {
  NotificationCategory,
  NotificationKind,
  NotificationState,
} from '../../../../contract/messages/lists.ts';
import type { Notification } from '../../../../db/types.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { partsOf } from '../../../platform/database/parts.ts';
import { newId } from '../../../platform/ids.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';
import type { NotificationFacts } from './notification-facts.ts';

export type NotificationRow = Selectable<Notification>;

/** A notification for someone's Action center. */
export interface NewNotification {
  /** Where the person is notified: the transaction must work for this organization. */
  readonly organizationId: string;
  readonly personId: string;
  /** null: it is not about a lead. */
  readonly leadId: string | null;
  readonly occasion?: string;
  readonly facts: NotificationFacts;
}

/** Notifies each person once of each thing, however often this is called (NT-5). */
export async function insertNotifications(
  tx: Transaction,
  told: readonly NewNotification[],
  at: Date,
): Promise<void> {
  if (told.length === 0) return;
  const rows = told.map(({ organizationId, personId, leadId, occasion, facts }) => ({
    organization_id: organizationId,
    id: newId(),
    person_id: personId,
    category: 'transactional' as const,
    kind: facts.kind,
    lead_id: leadId,
    occasion: occasion ?? '',
    facts: JSON.stringify(facts),
    created_at: at,
  }));
  for (const part of partsOf(rows)) {
    await tx
      .insertInto('notification')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Removes what the owner was told about something that is not a lead. */
export async function deleteNotificationsOf(
  tx: Transaction,
  { organizationId, personId }: Owner,
  kinds: readonly NotificationKind[],
  occasion: string,
): Promise<void> {
  await tx
    .deleteFrom('notification')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId)
    .where('kind', 'in', kinds)
    .where('occasion', '=', occasion)
    .execute();
}

/** Notifies the people of all partners. @returns how many were notified */
export async function unscopedPublishAnnouncement(
  tx: Transaction,
  announcementId: string,
  facts: NotificationFacts,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ told: number }>`
    select publish_announcement(${announcementId}, ${JSON.stringify(facts)}::jsonb, ${at}) as told`.execute(
    tx,
  );
  return rows[0]?.told ?? 0;
}

export interface AnnouncementRow {
  id: string;
  facts: unknown;
  published_at: Date;
  people: number;
  readers: number;
}

/** Announcements to the people of all partners, newest first; the transaction works for the operator. */
export async function unscopedListAnnouncements(
  tx: Transaction,
  maximum: number,
): Promise<AnnouncementRow[]> {
  const { rows } = await sql<AnnouncementRow>`select * from list_announcements(${maximum})`.execute(tx);
  return rows;
}

/** Removes an announcement from all Action centers; the transaction works for the operator. @returns from how many */
export async function unscopedWithdrawAnnouncement(tx: Transaction, announcementId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select withdraw_announcement(${announcementId}) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The owner of notifications; the transaction works for the organization. */
export interface Owner {
  readonly organizationId: string;
  readonly personId: string;
}

function ofOwner(tx: Transaction, { organizationId, personId }: Owner) {
  return tx
    .selectFrom('notification')
    .where('organization_id', '=', organizationId)
    .where('person_id', '=', personId);
}

/** One page, newest first; `limit + 1` rows mean that there are more. */
export function listNotifications(
  tx: Transaction,
  owner: Owner,
  filter: {
    readonly state: NotificationState;
    readonly category?: NotificationCategory;
    readonly after?: TimePlace;
    readonly limit: number;
  },
): Promise<NotificationRow[]> {
  const { state, category, after } = filter;
  return ofOwner(tx, owner)
    .selectAll()
    .where('archived_at', state === 'archived' ? 'is not' : 'is', null)
    .$if(state === 'unread', (query) => query.where('read_at', 'is', null))
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? 'transactional'))
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

/** How many of the owner's notifications are unread. */
export async function countUnread(tx: Transaction, owner: Owner): Promise<number> {
  const row = await ofOwner(tx, owner)
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.unread;
}

/** How many unread notifications came since a moment, except for some kinds. */
export async function countFresh(
  tx: Transaction,
  owner: Owner,
  since: Date,
  exceptKinds: readonly string[],
): Promise<number> {
  const row = await ofOwner(tx, owner)
    .select((eb) => eb.fn.countAll<number>().as('fresh'))
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('created_at', '>', since)
    .where(sql<boolean>`kind <> all(${[...exceptKinds]}::text[])`)
    .executeTakeFirstOrThrow();
  return row.fresh;
}

/** When the person last looked; undefined: never. */
export async function findSeen(tx: Transaction, owner: Owner): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('action_center_seen')
    .select('seen_at')
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .executeTakeFirst();
  return row?.seen_at;
}

/** Records that the person looked; the time never goes back. */
export async function markSeen(tx: Transaction, owner: Owner, at: Date): Promise<void> {
  await tx
    .insertInto('action_center_seen')
    .values({ organization_id: owner.organizationId, person_id: owner.personId, seen_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'person_id'])
        .doUpdateSet({ seen_at: sql`greatest(action_center_seen.seen_at, excluded.seen_at)` }),
    )
    .execute();
}

/** What can be done with a notification. */
export type NotificationMark = 'read' | 'unread' | 'archive' | 'unarchive';

// Archiving also marks as read. If repeated, the first time stays.
const columnsOf = (mark: NotificationMark, at: Date) =>
  ({
    read: { read_at: sql<Date>`coalesce(read_at, ${at})` },
    unread: { read_at: null },
    archive: {
      read_at: sql<Date>`coalesce(read_at, ${at})`,
      archived_at: sql<Date>`coalesce(archived_at, ${at})`,
    },
    unarchive: { archived_at: null },
  })[mark];

/** Marks a notification; undefined: the person has none with this id. */
export function markNotification(
  tx: Transaction,
  owner: Owner,
  notificationId: string,
  mark: NotificationMark,
  at: Date,
): Promise<NotificationRow | undefined> {
  return tx
    .updateTable('notification')
    .set({ ...columnsOf(mark, at), transaction_id: sql`pg_current_xact_id()` })
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .where('id', '=', notificationId)
    .returningAll()
    .executeTakeFirst();
}

/** Marks unread notifications about things that had happened by then as read. */
export async function markAllRead(tx: Transaction, owner: Owner, until: Date, at: Date): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ read_at: at, transaction_id: sql`pg_current_xact_id()` })
    .where('organization_id', '=', owner.organizationId)
    .where('person_id', '=', owner.personId)
    .where('read_at', 'is', null)
    .where('archived_at', 'is', null)
    .where('created_at', '<=', until)
    .execute();
}
