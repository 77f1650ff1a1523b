import type { Transaction } from '../../../platform/database/database.ts';
import type { LeadRow } from '../lead/lead-row.ts';

/** Records on a new lead which customer request it belongs to, and what the previous partner had done. */
export async function markForwarded(
  tx: Transaction,
  { organizationId, leadId }: { organizationId: string; leadId: string },
  requestId: string,
  after: NonNullable<LeadRow['forwarded_after']>,
): Promise<void> {
  await tx
    .updateTable('lead')
    .set({ customer_request_id: requestId, forwarded_after: after })
    .where('organization_id', '=', organizationId)
    .where('id', '=', leadId)
    .execute();
}
