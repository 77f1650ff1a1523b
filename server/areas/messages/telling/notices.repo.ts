import { sql } from 'kysely';
import type { LeadEventType } from '../../../../contract/leads/lists.ts';
import {
  type CustomerUntoldReason,
  customerUntoldReasons,
  type UntoldReason,
} from '../../../../contract/mail/lists.ts';
import type { NoticeKind } from '../../../../contract/messages/lists.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { partsOf } from '../../../platform/database/parts.ts';

export type { NoticeKind };

export interface NewNotice {
  readonly organizationId: string;
  readonly leadId: string;
  readonly kind: NoticeKind;
  readonly recipient: string;
  readonly occasion?: string;
  readonly personId: string | null;
  readonly address: string;
  readonly way: 'individual' | 'digest' | 'unmailed';
  readonly reason: string;
  readonly digestAt?: Date;
  readonly mail?: { readonly organizationId: string; readonly id: string };
}

/**
 * Records who was told; the transaction must work for the organization of the leads. The database takes any kind: that
 * it is one which an email declares is up to the types here, and nothing else writes to the ledger.
 */
export async function insertNotices(tx: Transaction, notices: readonly NewNotice[], at: Date): Promise<void> {
  for (const part of partsOf(notices.map((notice) => noticeRow(notice, at)))) {
    await tx.insertInto('lead_notice').values(part).execute();
  }
}

function noticeRow(notice: NewNotice, at: Date) {
  return {
    organization_id: notice.organizationId,
    lead_id: notice.leadId,
    kind: notice.kind,
    recipient: notice.recipient,
    occasion: notice.occasion ?? '',
    person_id: notice.personId,
    address: notice.address,
    way: notice.way,
    reason: notice.reason,
    digest_at: notice.digestAt ?? null,
    mail_organization_id: notice.mail?.organizationId ?? null,
    mail_id: notice.mail?.id ?? null,
    created_at: at,
  };
}

/** Those of the leads that the recipient has already been told about. */
export async function listTold(
  tx: Transaction,
  organizationId: string,
  about: { kind: NoticeKind; recipient: string; leadIds: readonly string[]; occasion?: string },
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('lead_notice')
    .select('lead_id')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', about.kind)
    .where('recipient', '=', about.recipient)
    .where('occasion', '=', about.occasion ?? '')
    .where(sql<boolean>`lead_id = any(${[...about.leadIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.lead_id));
}

/**
 * Locks a recipient's count for a day, so that leads that come at the same time are handled one group after another.
 * @returns how many leads they got individual emails about that day
 */
export async function lockDay(
  tx: Transaction,
  organizationId: string,
  recipient: string,
  day: string,
): Promise<number> {
  const { rows } = await sql<{ individual: number }>`
    insert into notice_day (organization_id, recipient, day) values (${organizationId}, ${recipient}, ${day})
    on conflict (organization_id, recipient, day) do update set individual = notice_day.individual
    returning individual`.execute(tx);
  return rows[0]?.individual ?? 0;
}

/** Counts emails about single leads towards the recipient’s daily limit. */
export async function addToDay(
  tx: Transaction,
  organizationId: string,
  recipient: string,
  day: string,
  mailed: number,
): Promise<void> {
  await tx
    .updateTable('notice_day')
    .set((eb) => ({ individual: eb('individual', '+', mailed) }))
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', recipient)
    .where('day', '=', day)
    .execute();
}

/** Records that an email does not say anything about some of its leads after all. */
export async function dropNoticesOfMail(
  tx: Transaction,
  mail: { readonly organizationId: string; readonly id: string },
  leadIds: readonly string[],
  reason: UntoldReason,
): Promise<void> {
  await tx
    .updateTable('lead_notice')
    .set({ way: 'unmailed', reason, digest_at: null })
    .where('organization_id', '=', mail.organizationId)
    .where('mail_organization_id', '=', mail.organizationId)
    .where('mail_id', '=', mail.id)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .execute();
}

/** The same for each of its leads that has a reason. */
export async function noteReasons(
  tx: Transaction,
  mail: { readonly organizationId: string; readonly id: string },
  reasons: ReadonlyMap<string, UntoldReason | undefined>,
): Promise<void> {
  for (const reason of new Set(reasons.values())) {
    if (reason === undefined) continue;
    const leadIds = [...reasons].filter(([, one]) => one === reason).map(([leadId]) => leadId);
    await dropNoticesOfMail(tx, mail, leadIds, reason);
  }
}

export interface NoticeSettings {
  readonly mailsPerDay: number;
  readonly digestHour: number;
}

/** The operator's settings (LC-10). */
export function getNoticeSettings(db: Db | Transaction): Promise<NoticeSettings> {
  return db
    .selectFrom('installation')
    .select(['mails_per_day as mailsPerDay', 'digest_hour as digestHour'])
    .executeTakeFirstOrThrow();
}

/** Recipients in all organizations whose digest is due. */
export async function unscopedFindDueDigests(db: Db, at: Date) {
  const { rows } = await sql<{ organization_id: string; recipient: string }>`
    select * from find_due_digests(${at})`.execute(db);
  return rows;
}

/** Locks the leads that wait for a recipient's digest; skips those that another worker has locked. */
export function lockDigest(tx: Transaction, organizationId: string, recipient: string, at: Date) {
  return tx
    .selectFrom('lead_notice')
    .select(['lead_id', 'person_id', 'address', 'reason'])
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', recipient)
    .where('kind', '=', 'new-lead')
    .where('way', '=', 'digest')
    .where('mail_id', 'is', null)
    .where('digest_at', '<=', at)
    .orderBy('created_at')
    .orderBy('lead_id')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** Records which email carries the gathered leads. */
export async function settleDigest(
  tx: Transaction,
  organizationId: string,
  recipient: string,
  leadIds: readonly string[],
  mailId: string,
): Promise<void> {
  await tx
    .updateTable('lead_notice')
    .set({ mail_organization_id: organizationId, mail_id: mailId })
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', recipient)
    .where('kind', '=', 'new-lead')
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .execute();
}

/** Records that a recipient gets no email about leads after all; for kinds that can repeat, with the occasion. */
export async function dropNotices(
  tx: Transaction,
  organizationId: string,
  dropped: {
    readonly kind: NoticeKind;
    readonly recipient: string;
    readonly leadIds: readonly string[];
    readonly occasion?: string;
    readonly reason: UntoldReason | CustomerUntoldReason;
  },
): Promise<void> {
  await tx
    .updateTable('lead_notice')
    .set({ way: 'unmailed', reason: dropped.reason, digest_at: null })
    .where('organization_id', '=', organizationId)
    .where('recipient', '=', dropped.recipient)
    .where('kind', '=', dropped.kind)
    .where('occasion', '=', dropped.occasion ?? '')
    .where(sql<boolean>`lead_id = any(${[...dropped.leadIds]}::uuid[])`)
    .execute();
}

/** What a notice says about a lead. */
export interface NoticeLead {
  id: string;
  location_id: string | null;
  location_name: string | null;
  lead_type: 'Profile' | 'Offer';
  qualification: 'Direct' | 'MarketingQualified' | 'SalesQualified';
  call_to_action: 'ContactMe' | 'GetItNow' | 'FreeTrial' | 'TestDrive' | null;
  status: string;
  customer_name: string | null;
  offer_id: string | null;
  offer_title: string | null;
  country: string | null;
  is_test: boolean;
  contact_allowed: boolean;
  received_at: Date;
  expires_at: Date | null;
  hot_until: Date | null;
  door: string;
  sender_person_id: string | null;
  sender_organization_id: string | null;
  sender_name: string | null;
}

/** Leads with a lifecycle, oldest first; nobody is emailed about informational ones (NT-1). */
export async function listNoticeLeads(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<NoticeLead[]> {
  const rows = await leadsToTell(tx, organizationId, leadIds).where('lead.status', 'is not', null).execute();
  return rows as NoticeLead[];
}

/** The leads, informational ones too, oldest first. */
export function leadsToTell(tx: Transaction, organizationId: string, leadIds: readonly string[]) {
  return tx
    .selectFrom('lead')
    .leftJoin('location', (join) =>
      join
        .onRef('location.organization_id', '=', 'lead.organization_id')
        .onRef('location.id', '=', 'lead.location_id'),
    )
    .select([
      'lead.door',
      'lead.id',
      'lead.location_id',
      'location.name as location_name',
      'lead.lead_type',
      'lead.qualification',
      'lead.call_to_action',
      'lead.status',
      'lead.customer_name',
      'lead.offer_id',
      'lead.offer_title',
      'lead.country',
      'lead.is_test',
      'lead.contact_allowed',
      'lead.received_at',
      'lead.expires_at',
      'lead.hot_until',
      'lead.sender_person_id',
      'lead.sender_organization_id',
      'lead.sender_name',
    ])
    .where('lead.organization_id', '=', organizationId)
    .where(sql<boolean>`lead.id = any(${[...leadIds]}::uuid[])`)
    .orderBy('lead.received_at')
    .orderBy('lead.id');
}

/** An event with what is needed to tell people about it. */
export interface ToldEvent {
  id: string;
  lead_id: string;
  type: string;
  actor_kind: string;
  actor_person_id: string | null;
  actor_name: string;
  changes: unknown;
}

/** The events with those ids, oldest first. */
export function listToldEvents(
  tx: Transaction,
  organizationId: string,
  eventIds: readonly string[],
): Promise<ToldEvent[]> {
  return selectTold(tx, organizationId)
    .where(sql<boolean>`id = any(${[...eventIds]}::uuid[])`)
    .execute();
}

function selectTold(tx: Transaction, organizationId: string) {
  return tx
    .selectFrom('lead_event')
    .select(['id', 'lead_id', 'type', 'actor_kind', 'actor_person_id', 'actor_name', 'changes'])
    .where('organization_id', '=', organizationId)
    .orderBy('at')
    .orderBy('id');
}

/** The events of some types of these leads, oldest first. */
export function listEventsOf(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  types: readonly LeadEventType[],
): Promise<ToldEvent[]> {
  return selectTold(tx, organizationId)
    .where('type', 'in', types)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .execute();
}

/** The members of the teams of leads, by the lead's id; leads without a team are missing. */
export async function listTeams(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<Map<string, string[]>> {
  if (leadIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('lead_team_member')
    .select(['lead_id', 'person_id'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .execute();
  const teams = new Map<string, string[]>();
  for (const { lead_id, person_id } of rows) teams.set(lead_id, [...(teams.get(lead_id) ?? []), person_id]);
  return teams;
}

/** The organization exists: the transaction works for it. */
export async function getOrganizationName(tx: Transaction, organizationId: string): Promise<string> {
  const row = await tx
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow();
  return row.name;
}

/** The states of emails about the organization's leads in another organization's outbox, by the email's id. */
export async function listMailStatesElsewhere(
  tx: Transaction,
  leadIds: readonly string[],
): Promise<Map<string, { state: string; returned: boolean }>> {
  const { rows } = await sql<{ mail_id: string; state: string; returned: boolean }>`
    select * from list_mail_states_elsewhere(${[...leadIds]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ mail_id, state, returned }) => [mail_id, { state, returned }]));
}

/** Whether the customers of expired leads were told: `told`, or why not; no entry when unknown. */
export async function listCustomerOutcomes(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<Map<string, 'told' | CustomerUntoldReason>> {
  const rows = await tx
    .selectFrom('lead_notice')
    .select(['lead_id', 'way', 'reason', 'mail_id'])
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'customer')
    .where('occasion', '=', 'expired')
    .where(sql<boolean>`lead_id = any(${[...leadIds]}::uuid[])`)
    .execute();
  const mails = await listMailStatesElsewhere(tx, leadIds);
  return new Map(
    rows.map((row) => [
      row.lead_id,
      outcomeOf(row, row.mail_id === null ? undefined : mails.get(row.mail_id)),
    ]),
  );
}

function outcomeOf(
  { way, reason }: { way: string; reason: string },
  mail: { state: string; returned: boolean } | undefined,
): 'told' | CustomerUntoldReason {
  if (way === 'unmailed') return customerUntoldReasons.find((one) => one === reason) ?? 'not-over';
  if (mail?.returned || mail?.state === 'failed') return 'undelivered';
  return mail?.state === 'kept' ? 'no-mail-server' : 'told';
}
