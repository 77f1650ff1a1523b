import { sql } from 'kysely';
import type { Evidence } from '../../../../contract/leads/contact-checks.ts';
import type { EmailValidity, PhoneValidity } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { ContactMarkHit } from './contact-checks.rules.ts';

/** What the checks need to know about a lead. */
export interface ContactRow {
  readonly id: string;
  readonly country: string | null;
  readonly contact_email: string | null;
  readonly contact_phone: string | null;
}

/** The contacts of leads; those deleted meanwhile are left out. */
export function listContacts(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<ContactRow[]> {
  return tx
    .selectFrom('lead')
    .select(['id', 'country', 'contact_email', 'contact_phone'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .execute();
}

export interface MarkQuestion {
  readonly id: string;
  readonly address: string | null;
  readonly domains: readonly string[];
  readonly phone: string | null;
}

/** What the operator's lists and the reports say about each contact, by lead (CV-6). */
export async function findMarks(
  tx: Transaction,
  questions: readonly MarkQuestion[],
): Promise<Map<string, ContactMarkHit[]>> {
  const { rows } = await sql<ContactMarkHit & { id: string }>`
    select q.id, m.list, m.kind, m.source
    from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as q (id uuid, address text, domains jsonb, phone text)
    cross join lateral find_contact_marks(q.address, array(select jsonb_array_elements_text(q.domains)), q.phone) m`.execute(
    tx,
  );
  const hits = new Map<string, ContactMarkHit[]>();
  for (const { id, ...hit } of rows) hits.set(id, [...(hits.get(id) ?? []), hit]);
  return hits;
}

/** The results of the checks of one lead. */
export interface CheckResult {
  readonly id: string;
  readonly email: { validity: EmailValidity; evidence: readonly Evidence[]; retryAt: Date | null } | null;
  readonly phone: {
    validity: PhoneValidity;
    evidence: readonly Evidence[];
    retryAt: Date | null;
    e164: string | null;
    extension: string | null;
  } | null;
}

/** The state of a lead when its results are written. */
export interface StandingRow {
  readonly id: string;
  readonly version: number;
  readonly email_validity: EmailValidity | null;
  readonly phone_validity: PhoneValidity | null;
  readonly checks_pending: boolean;
}

/**
 * Locks those of the leads that still exist and have no results from a check that began later, until the transaction
 * ends. Always in the same order, so that one of two concurrent checks waits.
 */
export async function lockNotOvertaken(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  startedAt: Date,
): Promise<Map<string, StandingRow>> {
  const rows = await tx
    .selectFrom('lead')
    .select(['id', 'version', 'email_validity', 'phone_validity', 'checks_pending'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .where((eb) => eb.or([eb('checked_at', 'is', null), eb('checked_at', '<=', startedAt)]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Writes the results of checks: the validity that lists and filters show, and the evidence behind it. Each lead keeps
 * when its check began, so that a check that began earlier and ends later changes nothing.
 */
export async function saveResults(
  tx: Transaction,
  organizationId: string,
  results: readonly CheckResult[],
  { startedAt, at }: { readonly startedAt: Date; readonly at: Date },
): Promise<void> {
  const leads = results.map(({ id, email, phone }) => ({
    id,
    email_validity: email?.validity ?? null,
    phone_validity: phone?.validity ?? null,
    phone_e164: phone?.e164 ?? null,
    phone_extension: phone?.extension ?? null,
  }));
  await sql`
    update lead set email_validity = r.email_validity, phone_validity = r.phone_validity, phone_e164 = r.phone_e164,
                    phone_extension = r.phone_extension, checked_at = ${startedAt}, checks_pending = false
    from jsonb_to_recordset(${JSON.stringify(leads)}::jsonb)
      as r (id uuid, email_validity text, phone_validity text, phone_e164 text, phone_extension text)
    where lead.organization_id = ${organizationId} and lead.id = r.id`.execute(tx);
  const checks = results.flatMap(({ id, email, phone }) => [
    ...(email ? [{ ...checkRow(id, 'email', email) }] : []),
    ...(phone ? [{ ...checkRow(id, 'phone', phone) }] : []),
  ]);
  await sql`
    insert into contact_check (organization_id, lead_id, kind, evidence, checked_at, retry_at)
    select ${organizationId}, r.lead_id, r.kind, r.evidence, ${at}, r.retry_at
    from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb)
      as r (lead_id uuid, kind text, evidence jsonb, retry_at timestamptz)
    on conflict (organization_id, lead_id, kind) do update
      set evidence = excluded.evidence, checked_at = excluded.checked_at, retry_at = excluded.retry_at`.execute(
    tx,
  );
}

function checkRow(
  leadId: string,
  kind: 'email' | 'phone',
  { evidence, retryAt }: { evidence: readonly Evidence[]; retryAt: Date | null },
) {
  return { lead_id: leadId, kind, evidence, retry_at: retryAt };
}

/** Marks a check as waiting. */
export async function markPending(tx: Transaction, organizationId: string, leadId: string): Promise<void> {
  await tx
    .updateTable('lead')
    .set({ checks_pending: true })
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .execute();
}

export interface LeadChecksRow {
  readonly checks_pending: boolean;
  readonly phone_e164: string | null;
  readonly phone_extension: string | null;
  readonly checks: readonly {
    kind: 'email' | 'phone';
    evidence: Evidence[];
    checkedAt: string;
    retryAt: string | null;
  }[];
  readonly reported_at: Date | null;
  readonly reporter_name: string | null;
}

/** All that is known about the contact of one lead. */
export async function getChecks(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<LeadChecksRow> {
  const { rows } = await sql<LeadChecksRow>`
    select l.checks_pending, l.phone_e164, l.phone_extension, r.reported_at, r.reporter_name,
           (select coalesce(jsonb_agg(jsonb_build_object('kind', c.kind, 'evidence', c.evidence, 'checkedAt', c.checked_at,
                                                         'retryAt', c.retry_at)), '[]')
            from contact_check c where c.organization_id = l.organization_id and c.lead_id = l.id) as checks
    from lead l left join spam_report r on r.organization_id = l.organization_id and r.lead_id = l.id
    where l.organization_id = ${organizationId} and l.id = ${leadId}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the checks of a lead that is not there');
  return row;
}
