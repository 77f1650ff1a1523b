import { sql } from 'kysely';
import type { UntoldReason } from '../../../../contract/mail/lists.ts';
import type { NoticeKind } from '../../../../contract/messages/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { leadsToTell, type NoticeLead, type ToldEvent } from './notices.repo.ts';

/** Any lead with its owner; an informational one has no status. */
export type OwnedLead = Omit<NoticeLead, 'status'> & { status: string | null; assigned_to: string | null };

/** The leads with their owners, informational ones too, oldest first. */
export async function listOwnedLeads(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
): Promise<OwnedLead[]> {
  return leadsToTell(tx, organizationId, leadIds).select('lead.assigned_to').execute();
}

/** Those of the occasions that the recipient has already been told about. */
export async function listToldOccasions(
  tx: Transaction,
  organizationId: string,
  about: { kind: NoticeKind; recipient: string; occasions: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('lead_notice')
    .select('occasion')
    .where('organization_id', '=', organizationId)
    .where('kind', '=', about.kind)
    .where('recipient', '=', about.recipient)
    .where(sql<boolean>`occasion = any(${[...about.occasions]}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.occasion));
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

/** Who owns the lead after the event; null: nobody, or the event is about something else. */
export function ownerAfter({ changes }: Pick<ToldEvent, 'changes'>): string | null {
  const all = changes as readonly { field: string; after: unknown }[];
  const after = all.find(({ field }) => field === 'assignedTo')?.after;
  return typeof after === 'string' ? after : null;
}
