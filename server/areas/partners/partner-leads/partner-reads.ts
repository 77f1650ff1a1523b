import { becomeTenant, type Transaction } from '../../../platform/database/database.ts';
import { type recordAccess, recordRead } from '../../audit/index.ts';
import type { PersonActor } from '../../identity/index.ts';
import type { PartnerLeadRow } from './partner-leads.repo.ts';

/**
 * Records in each partner's access log which of its leads the operator's person saw, with or without a contact (ID-7).
 * The transaction works for the last of the partners afterwards.
 * @param record how to record: a transaction that also writes must wait for the disk
 */
export async function recordPartnerReads(
  tx: Transaction,
  actor: PersonActor,
  action: 'operator.list' | 'operator.read',
  leads: readonly Pick<PartnerLeadRow, 'id' | 'organization_id'>[],
  { at, withContact }: { readonly at: Date; readonly withContact: boolean },
  record: typeof recordAccess = recordRead,
): Promise<void> {
  for (const partnerId of new Set(leads.map((lead) => lead.organization_id))) {
    const leadIds = leads.filter((lead) => lead.organization_id === partnerId).map((lead) => lead.id);
    await becomeTenant(tx, { organizationId: partnerId });
    await record(
      tx,
      {
        organizationId: partnerId,
        personId: actor.personId,
        name: `${actor.name} (${actor.organizationName})`,
      },
      {
        action,
        leadIds,
        facts: {
          organizationId: actor.organizationId,
          organizationName: actor.organizationName,
          withContact,
        },
        at,
      },
    );
  }
}
