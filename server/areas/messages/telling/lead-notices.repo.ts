import { sql } from 'kysely';
import type { Role } from '../../../../contract/identity/lists.ts';
import type { NoticeKind } from '../../../../contract/messages/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { asRead } from '../../../platform/database/name-order.ts';

/**
 * A row of the ledger with its person, if they are a colleague, and its email, if it is in this organization's outbox.
 */
export interface NoticeRow {
  kind: NoticeKind;
  way: 'individual' | 'digest' | 'unmailed';
  reason: string;
  recipient: string;
  person_id: string | null;
  colleague_name: string | null;
  /** They sent the lead themselves. */
  is_sender: boolean;
  /** Of someone who left. */
  former_name: string | null;
  address: string;
  digest_at: Date | null;
  created_at: Date;
  mail_id: string | null;
  mail_state: string | null;
  returned: boolean;
}

/** Notifications about a lead, oldest first. */
export async function listLeadNotices(
  tx: Transaction,
  organizationId: string,
  leadId: string,
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.kind, n.way, n.reason, n.recipient, n.person_id, n.address, n.digest_at, n.created_at,
           m.id as mail_id, coalesce(m.state, elsewhere.state) as mail_state,
           m.returned_at is not null or coalesce(elsewhere.returned, false) as returned,
           (select p.name from person p where p.id = n.person_id and exists (
              select from membership w where w.organization_id = n.organization_id and w.person_id = p.id)) as colleague_name,
           n.person_id is not distinct from l.sender_person_id as is_sender,
           (select f.person_name from former_address f
            where f.organization_id = n.organization_id and f.person_id = n.person_id limit 1) as former_name
    from lead_notice n
    join lead l on l.organization_id = n.organization_id and l.id = n.lead_id
    left join mail m on m.organization_id = n.mail_organization_id and m.id = n.mail_id
      and m.organization_id = n.organization_id
    left join list_mail_states_elsewhere(array[${leadId}]::uuid[]) elsewhere on elsewhere.mail_id = n.mail_id
    where n.organization_id = ${organizationId} and n.lead_id = ${leadId}
    order by n.created_at, n.kind, n.recipient, n.occasion`.execute(tx);
  return rows;
}

/** Someone who works in the organization, with their roles there. */
export interface Colleague {
  name: string;
  isDisabled: boolean;
  roles: { role: Role; locationId: string | null; locationName: string | null }[];
}

/** undefined: nobody in the organization has this id. */
export async function findColleague(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<Colleague | undefined> {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('location as l', (join) =>
      join.onRef('l.organization_id', '=', 'm.organization_id').onRef('l.id', '=', 'm.location_id'),
    )
    .select(['p.name', 'p.disabled_at', 'm.role', 'm.location_id', 'l.name as location_name'])
    .where('m.organization_id', '=', organizationId)
    .where('m.person_id', '=', personId)
    .orderBy('m.role')
    .orderBy(asRead('l.name'))
    .execute();
  const [first] = rows;
  return (
    first && {
      name: first.name,
      isDisabled: first.disabled_at !== null,
      roles: rows.map((row) => ({
        role: row.role,
        locationId: row.location_id,
        locationName: row.location_name,
      })),
    }
  );
}
