import type { Transaction } from '../../../platform/database/database.ts';

/** Records that reminders of these leads are enqueued, which does not count as a change of the lead. */
export async function markReminded(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .updateTable('lead')
    .set({ reminded_at: now })
    .where('organization_id', '=', organizationId)
    .where('id', 'in', [...leadIds])
    .execute();
}

/** Records that somebody will be told that nobody answered these leads. */
export async function markEscalated(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .insertInto('lead_escalation')
    .values(leadIds.map((leadId) => ({ organization_id: organizationId, lead_id: leadId, at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
