import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';
import {
  factsOf,
  type LeadChanges,
  nextState,
  planErrorClosure,
  wholeOrganization,
} from '../../leads/index.ts';
import { standingOf, withdrawalNote } from './customer-requests.rules.ts';

const customer = { kind: 'customer', personId: null, name: 'Customer' } as const;

/**
 * Ends a lead because its customer withdrew the request: a waiting lead is closed (LC-7); an accepted one stays with
 * the partner, and its timeline says so. A partner who answers at the same moment waits for this, or this for the
 * partner (LC-9). The transaction works for the lead's organization afterwards.
 */
export async function withdrawLead(
  tx: Transaction,
  changes: LeadChanges,
  place: { readonly lead_organization_id: string; readonly lead_id: string },
  now: Date,
): Promise<void> {
  const { lead_organization_id: organizationId, lead_id: leadId } = place;
  await becomeTenant(tx, { organizationId });
  await changes.change(tx, {
    scope: wholeOrganization(organizationId, now),
    leadId,
    by: customer,
    refuse: async () => undefined,
    plan: async ({ row }) => {
      const facts = factsOf(row);
      const standing = standingOf({ ...facts, closedAt: row.closed_at }, null, now);
      if (standing === 'waiting' && nextState(facts, 'close-as-error', now) !== undefined)
        return planErrorClosure(
          row,
          { reason: 'Other', notes: withdrawalNote, duplicateOfLeadId: null },
          now,
        );
      if (row.status !== 'Accepted') return undefined;
      return { type: 'lead.withdrawn-by-customer', changes: [], note: withdrawalNote };
    },
  });
}
