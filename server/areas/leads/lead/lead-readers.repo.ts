import { sql } from 'kysely';
import type { Colleague } from '../../../../contract/identity/identity.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';
import type { LeadRow } from './lead-row.ts';

/**
 * The people of the organization who may see the lead now, by name: the same people for whom `scopeOfGrants` makes a
 * scope that the lead is visible to (ID-1, ID-2).
 */
export async function listReaders(
  tx: Transaction,
  organizationId: string,
  lead: Pick<LeadRow, 'id' | 'location_id' | 'assigned_to'>,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select p.id, p.name, p.email from person p
    where p.disabled_at is null and exists (
      select from membership m
      where m.organization_id = ${organizationId} and m.person_id = p.id
        and (m.location_id is null or m.location_id = ${lead.location_id})
        and (m.role in ('referrals-admin', 'operator-admin')
          or m.role = 'referrals-user' and (p.id = ${lead.assigned_to} or exists (
            select from lead_team_member mate
            where mate.organization_id = ${organizationId} and mate.lead_id = ${lead.id} and mate.person_id = p.id))))
    order by ${asRead('p.name')}, p.id`.execute(tx);
  return rows;
}
