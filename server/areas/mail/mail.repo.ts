import { type Selectable, sql } from 'kysely';
import type { MailState } from '../../../contract/mail/lists.ts';
import type { Mail } from '../../../db/types.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import type { TimePlace } from '../../platform/time-cursor.ts';

export type MailRow = Selectable<Mail>;

/** The key that signs links; the same for all processes of the installation. */
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

/** Inserts an email into the outbox; it is sent after the commit. */
export async function insertMail(tx: Transaction, mail: NewMailRow): Promise<void> {
  await tx.insertInto('mail').values(mail).execute();
}

/** Claims one waiting email that is due by that moment. @returns false when it is not due or another worker has it */
export async function claimMail(
  tx: Transaction,
  organizationId: string,
  mailId: string,
  { at, until }: { at: Date; until: Date },
): Promise<boolean> {
  const { rows } = await sql`
    with held as (
      select organization_id, id from mail
      where organization_id = ${organizationId} and id = ${mailId} and state = 'waiting' and due_at <= ${at}
      for update skip locked)
    insert into mail_claim as claim (organization_id, mail_id, until)
    select organization_id, id, ${until} from held
    on conflict (organization_id, mail_id) do update set until = excluded.until where claim.until <= ${at}
    returning claim.mail_id`.execute(tx);
  return rows.length > 0;
}

/** An email that a worker is sending, by its ids. */
export interface ClaimedMail {
  readonly organization_id: string;
  readonly id: string;
}

/** Claims due emails of all organizations, taking organizations in turn; returns only ids. */
export async function unscopedClaimDueMails(
  db: Db,
  { at, until, maximum }: { at: Date; until: Date; maximum: number },
): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    select organization_id, id from claim_due_mails(${at}, ${until}, ${maximum})`.execute(db);
  return rows;
}

/** Releases claims on emails that were sent, or that another worker may send. */
export async function releaseClaims(
  tx: Transaction,
  organizationId: string,
  mailIds: readonly string[],
): Promise<void> {
  await sql`
    delete from mail_claim where organization_id = ${organizationId} and mail_id = any(${[...mailIds]}::uuid[])`.execute(
    tx,
  );
}

/** The organization's emails with these ids, ordered by when they were due. */
export function listMailsById(
  tx: Transaction,
  organizationId: string,
  mailIds: readonly string[],
): Promise<MailRow[]> {
  return tx
    .selectFrom('mail')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`id = any(${[...mailIds]}::uuid[])`)
    .orderBy('due_at')
    .execute();
}

/** Content and recipient of an email as it is sent; the outbox shows these. */
export type MailUpdate = Partial<
  Pick<MailRow, 'address' | 'recipient_name' | 'locale' | 'time_zone' | 'lead_ids' | 'reason'> & {
    content: string;
  }
>;

/** Updates the recipient and the content of an email. */
export async function updateMail(tx: Transaction, mail: MailRow, update: MailUpdate): Promise<void> {
  await tx
    .updateTable('mail')
    .set(update)
    .where('organization_id', '=', mail.organization_id)
    .where('id', '=', mail.id)
    .execute();
}

/** Records the outcome of one email that is not sent. */
export async function writeResult(
  tx: Transaction,
  mail: MailRow,
  result: Omit<MailResult, 'id'> & { readonly drop_reason?: string },
): Promise<void> {
  await tx
    .updateTable('mail')
    .set({
      state: result.state,
      attempts: result.attempts,
      error: result.error,
      drop_reason: result.drop_reason,
    })
    .where('organization_id', '=', mail.organization_id)
    .where('id', '=', mail.id)
    .execute();
}

/** The outcome of sending an email. */
export interface MailResult {
  readonly id: string;
  readonly state: MailState;
  readonly attempts: number;
  /** Missing: unchanged. */
  readonly due_at?: Date | undefined;
  readonly sent_at?: Date | undefined;
  readonly error: string | null;
}

/** Records the outcomes of sending, and releases the emails. */
export async function writeResults(
  tx: Transaction,
  organizationId: string,
  results: readonly MailResult[],
): Promise<void> {
  await sql`
    with result as (
      select * from jsonb_to_recordset(${JSON.stringify(results)}::jsonb)
        as r (id uuid, state text, attempts integer, due_at timestamptz, sent_at timestamptz, error text)
    ), released as (
      delete from mail_claim c using result r where c.organization_id = ${organizationId} and c.mail_id = r.id
    )
    update mail m
    set state = r.state, attempts = r.attempts, due_at = coalesce(r.due_at, m.due_at),
        sent_at = coalesce(r.sent_at, m.sent_at), error = r.error
    from result r where m.organization_id = ${organizationId} and m.id = r.id`.execute(tx);
}

/**
 * Records that a person's address was refused by its own mail server; it counts as working again once they confirm it.
 */
export async function markAddressRefused(
  tx: Transaction,
  personId: string,
  reason: string,
  at: Date,
): Promise<void> {
  await sql`select mark_address_refused(${personId}, ${reason}, ${at})`.execute(tx);
}

/** Releases emails kept since then because there was no mail server. @returns how many */
export async function unscopedReleaseKeptMails(db: Db, since: Date, at: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select release_kept_mails(${since}, ${at}) as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Records that emails to an address came back, for the operator. @returns how many emails were marked */
export async function unscopedMarkReturned(
  tx: Transaction,
  returned: { address: string; mailId: string | null; reason: string; since: Date; at: Date },
): Promise<number> {
  const { address, mailId, reason, since, at } = returned;
  const { rows } = await sql<{ count: number }>`
    select mark_returned_mails(${address}, ${mailId}, ${reason}, ${since}, ${at}) as count`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface MailFilter {
  readonly state?: MailState;
  readonly leadId?: string;
}

/** One page of the organization's emails, newest first. */
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

/** One email in the organization’s outbox. */
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

/** Those of the leads that belong to the organization. */
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

/** Lets an email that failed or was kept be tried again. @returns false when it is neither */
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
