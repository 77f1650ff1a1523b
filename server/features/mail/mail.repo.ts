import { type Selectable, sql } from 'kysely';
import type { MailState } from '../../../contract/enums.ts';
import type { Mail } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { TimePlace } from '../../platform/time-cursor.ts';

export type MailRow = Selectable<Mail>;

/** What links are signed with; the same for all processes of the installation. */
export async function getLinkSecret(db: Db | Transaction): Promise<Buffer> {
  const { secret } = await db.selectFrom('link_secret').select('secret').executeTakeFirstOrThrow();
  return secret;
}

export type NewMailRow = Pick<
  MailRow,
  | 'organization_id'
  | 'id'
  | 'kind'
  | 'person_id'
  | 'address'
  | 'recipient_name'
  | 'locale'
  | 'time_zone'
  | 'lead_ids'
  | 'reason'
  | 'created_at'
> & { content: string; state: MailState; due_at: Date };

export async function insertMail(tx: Transaction, mail: NewMailRow): Promise<void> {
  await tx.insertInto('mail').values(mail).execute();
}

/** Locks a mail that waits and is due, unless another worker has it; undefined: there is nothing to send. */
export function lockDueMail(
  tx: Transaction,
  organizationId: string,
  mailId: string,
  at: Date,
): Promise<MailRow | undefined> {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', mailId)
    .where('state', '=', 'waiting')
    .where('due_at', '<=', at)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** A connection waits while a mail is sent: longer than a person's question may take. */
export async function allowToWait(tx: Transaction): Promise<void> {
  await sql`set local idle_in_transaction_session_timeout = '5min'`.execute(tx);
}

export interface MailResult {
  state: MailState;
  attempts: number;
  due_at?: Date;
  sent_at?: Date;
  error: string | null;
}

export async function writeResult(tx: Transaction, mail: MailRow, result: MailResult): Promise<void> {
  await tx
    .updateTable('mail')
    .set(result)
    .where('organization_id', '=', mail.organization_id)
    .where('id', '=', mail.id)
    .execute();
}

/** A person's address was refused by its own mail server; it counts as working again once they confirm it. */
export async function markAddressRefused(
  tx: Transaction,
  personId: string,
  reason: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ email_refused_at: at, email_refused_reason: reason })
    .where('id', '=', personId)
    .execute();
}

/** Mails of all organizations that are due: ids only. */
export async function unscopedFindDueMails(db: Db, at: Date, maximum: number) {
  const { rows } = await sql<{ organization_id: string; id: string }>`
    select * from find_due_mails(${at}, ${maximum})`.execute(db);
  return rows;
}

/** Lets mails go that were kept since then for want of a mail server. @returns how many */
export async function unscopedReleaseKeptMails(db: Db, since: Date, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select release_kept_mails(${since}, ${at}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Writes down that mails to an address came back. @returns how many mails were marked */
export async function unscopedMarkReturned(
  db: Db,
  returned: { address: string; mailId: string | null; reason: string; since: Date; at: Date },
): Promise<number> {
  const { address, mailId, reason, since, at } = returned;
  const { rows } = await sql<{ count: number }>`
    select mark_returned_mails(${address}, ${mailId}, ${reason}, ${since}, ${at}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

export interface MailFilter {
  readonly state?: MailState;
  readonly leadId?: string;
}

/** One page of the organization's mails, newest first. */
export function listMails(
  tx: Transaction,
  organizationId: string,
  filter: MailFilter,
  after: TimePlace | undefined,
  limit: number,
): Promise<MailRow[]> {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(filter.state !== undefined, (query) => query.where('state', '=', filter.state ?? 'waiting'))
    .$if(filter.leadId !== undefined, (query) =>
      query.where(sql<boolean>`lead_ids @> array[${filter.leadId}::uuid]`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export function findMail(
  tx: Transaction,
  organizationId: string,
  mailId: string,
): Promise<MailRow | undefined> {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('id', '=', mailId)
    .executeTakeFirst();
}

/** Which of the leads belong to the organization. */
export async function findOwnLeads(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<Set<string>> {
  if (leadIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('lead')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${[...new Set(leadIds)]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Lets a mail that failed or was kept be tried again. @returns false when it is neither */
export async function reviveMail(
  tx: Transaction,
  organizationId: string,
  mailId: string,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail')
    .set({ state: 'waiting', due_at: at, attempts: 0, error: null })
    .where('organization_id', '=', organizationId)
    .where('id', '=', mailId)
    .where('state', 'in', ['failed', 'kept'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
