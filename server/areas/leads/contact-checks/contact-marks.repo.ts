import { type Insertable, sql } from 'kysely';
import type { ContactMarkKind } from '../../../../contract/leads/lists.ts';
import type { ContactMark, SpamReport } from '../../../../db/types.ts';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import type { TimePlace } from '../../../platform/time-cursor.ts';

/** @returns false when the lead had already been reported */
export async function addReport(tx: Transaction, report: Insertable<SpamReport>): Promise<boolean> {
  const result = await tx
    .insertInto('spam_report')
    .values(report)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** @returns what the report was about; undefined when there was none */
export function removeReport(tx: Transaction, organizationId: string, leadId: string) {
  return tx
    .deleteFrom('spam_report')
    .where('organization_id', '=', organizationId)
    .where('lead_id', '=', leadId)
    .returning(['address', 'domain'])
    .executeTakeFirst();
}

/** Marks what enough organizations reported, or removes such a mark. @returns the marks that changed */
export async function settleReports(
  tx: Transaction,
  about: { address: string | null; domain: string | null },
  newIds: readonly [string, string],
  at: Date,
) {
  const { rows } = await sql<{ kind: ContactMarkKind; value: string }>`
    select kind, value from settle_spam_reports(${about.address}, ${about.domain}, ${newIds}::uuid[], ${at})`.execute(
    tx,
  );
  return rows;
}

/** @returns false when the list already has the value */
export async function addMark(tx: Transaction, mark: Insertable<ContactMark>): Promise<boolean> {
  const result = await tx
    .insertInto('contact_mark')
    .values(mark)
    .onConflict((conflict) => conflict.columns(['kind', 'value', 'list']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Removes an address or domain from the lists; returns what was removed. */
export function removeMark(tx: Transaction, organizationId: string, id: string) {
  return tx
    .deleteFrom('contact_mark')
    .where('organization_id', '=', organizationId)
    .where('id', '=', id)
    .returning(['list', 'kind', 'value'])
    .executeTakeFirst();
}

export interface MarkQuery {
  readonly list: 'block' | 'allow' | undefined;
  readonly search: string | undefined;
  readonly after: TimePlace | undefined;
  readonly limit: number;
}

/** One page of the lists, newest first, with one row more when there are more. */
export function listMarks(
  tx: Transaction,
  organizationId: string,
  { list, search, after, limit }: MarkQuery,
) {
  return tx
    .selectFrom('contact_mark')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .$if(list !== undefined, (query) => query.where('list', '=', list ?? 'block'))
    .$if(Boolean(search), (query) =>
      query.where(sql<boolean>`position(${search?.toLowerCase() ?? ''} in value) > 0`),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(created_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid)`,
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** The place of a lead in the order of organizations and leads. */
export interface LeadPlace {
  readonly organization_id: string;
  readonly id: string;
}

export interface MarkedLeads {
  readonly kind: ContactMarkKind;
  readonly value: string;
  /** Only the leads of this organization; undefined: those of all. */
  readonly organizationId: string | undefined;
  readonly after: LeadPlace | undefined;
  readonly maximum: number;
}

/** Leads of every organization that a mark applies to, after a place in their order; ids only. */
export async function unscopedListMarkedLeads(
  db: Db,
  { kind, value, organizationId, after, maximum }: MarkedLeads,
): Promise<LeadPlace[]> {
  const { rows } = await sql<LeadPlace>`
    select organization_id, id
    from list_marked_leads(${kind}, ${value}, ${organizationId ?? null}, ${after?.organization_id ?? null},
                           ${after?.id ?? null}, ${maximum})`.execute(db);
  return rows;
}

/**
 * Leads whose address is not all ASCII, or has something around it, after a place in their order; ids only: a mark may
 * apply to any of them, which only the address itself shows.
 */
export async function unscopedListLeadsBeyondAscii(
  db: Db,
  { organizationId, after, maximum }: Pick<MarkedLeads, 'organizationId' | 'after' | 'maximum'>,
): Promise<LeadPlace[]> {
  const { rows } = await sql<LeadPlace>`
    select organization_id, id
    from list_leads_beyond_ascii(${organizationId ?? null}, ${after?.organization_id ?? null}, ${after?.id ?? null},
                                 ${maximum})`.execute(db);
  return rows;
}

/** The addresses of the leads, as typed. */
export function listAddresses(tx: Transaction, organizationId: string, leadIds: readonly string[]) {
  return tx
    .selectFrom('lead')
    .select(['id', 'contact_email'])
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .execute();
}

/** Stores how addresses of the organization's leads are read (`email_read`); the leads' versions stay. */
export async function setAddressesRead(
  tx: Transaction,
  organizationId: string,
  read: readonly { readonly id: string; readonly email_read: string | null }[],
): Promise<void> {
  await sql`
    update lead set email_read = r.email_read
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as r (id uuid, email_read text)
    where lead.organization_id = ${organizationId} and lead.id = r.id
      and lead.email_read is distinct from r.email_read`.execute(tx);
}
