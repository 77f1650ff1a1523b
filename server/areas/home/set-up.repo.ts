import { sql } from 'kysely';
import type { Transaction } from '../../platform/database/database.ts';

export interface SetUpRow {
  people: number;
  invitations: number;
  has_calendar: boolean;
  has_intake: boolean;
  is_confirmed: boolean;
  has_test_lead: boolean;
}

/** How far the organization of the transaction is set up, and whether the person's address is confirmed. */
export async function readSetUp(
  tx: Transaction,
  organizationId: string,
  personId: string,
): Promise<SetUpRow> {
  const of = (table: string) =>
    sql`select from ${sql.table(table)} where organization_id = ${organizationId}`;
  const { rows } = await sql<SetUpRow>`
    select (select count(distinct person_id)::integer from membership where organization_id = ${organizationId}) as people,
           (select count(*)::integer from account_link
            where organization_id = ${organizationId} and purpose = 'join' and used_at is null and replaced_at is null
           ) as invitations,
           exists (${of('working_calendar')}) as has_calendar,
           exists (${of('intake_endpoint')} and revoked_at is null)
             or exists (${of('api_token')} and revoked_at is null) as has_intake,
           exists (select from person where id = ${personId} and email_verified_at is not null
                                        and email_refused_at is null) as is_confirmed,
           exists (${of('lead')} and is_test and tab in ('marketplace', 'qualified')) as has_test_lead`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a query without a table returned no row');
  return row;
}
