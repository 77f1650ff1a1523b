import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';
import { insertEvent, nextState, updateLead } from '../../leads/index.ts';
import { lockAskedLead } from './asked-leads.repo.ts';
import { standingOf, withdrawalNote } from './customer-requests.rules.ts';

const customer = { kind: 'customer', personId: null, name: 'Customer' } as const;

/**
 * Ends a lead because its customer withdrew the request: one that waits is closed (LC-7); an accepted one stays with
 * the partner, whose timeline tells. Of a partner who answers at the same moment one waits for the other (LC-9).
 * The transaction works for the lead's organization afterwards.
 */
export async function withdrawLead(
  tx: Transaction,
  place: { readonly lead_organization_id: string; readonly lead_id: string },
  now: Date,
): Promise<void> {
  const { lead_organization_id: organizationId, lead_id: leadId } = place;
  await becomeTenant(tx, { organizationId });
  const lead = await lockAskedLead(tx, organizationId, leadId);
  if (!lead) return;
  const facts = { status: lead.status, expiresAt: lead.expires_at, availableUntil: lead.available_until };
  const standing = standingOf({ ...facts, closedAt: lead.closed_at }, null, now);
  const event = { organizationId, leadId, at: now, actor: customer, note: withdrawalNote };
  const to = nextState(facts, 'close-as-error', now);
  if (standing === 'waiting' && to !== undefined) {
    const columns = {
      status: to,
      closed_at: now,
      error_reason: 'Other',
      closing_notes: withdrawalNote,
    } as const;
    const version = await updateLead(tx, organizationId, leadId, columns, now);
    const changes = [
      { field: 'status', before: lead.status, after: to },
      { field: 'errorReason', before: null, after: columns.error_reason },
    ];
    await insertEvent(tx, { ...event, type: 'lead.closed-as-error', changes, version });
  } else if (lead.status === 'Accepted') {
    await insertEvent(tx, { ...event, type: 'lead.withdrawn-by-customer', version: lead.version });
  }
}
