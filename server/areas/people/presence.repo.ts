import { sql } from 'kysely';
import { becomeTenant, type Transaction } from '../../platform/database/database.ts';
import { listMemberships } from '../identity/index.ts';

/**
 * True while someone belongs to any organization, or is invited to one: nobody else is sent a link to an account. The
 * transaction works for the organization before and after.
 */
export async function isServed(
  tx: Transaction,
  organizationId: string,
  person: { readonly id: string; readonly email: string },
  now: Date,
): Promise<boolean> {
  await becomeTenant(tx, { organizationId, personId: person.id });
  const [membership] = await listMemberships(tx, person.id);
  await becomeTenant(tx, { organizationId });
  return membership !== undefined || (await isInvited(tx, person.email, now));
}

/** Whether there is an open invitation to the address, in any organization. */
async function isInvited(tx: Transaction, email: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ invited: boolean }>`select is_invited(${email}, ${now}) as invited`.execute(
    tx,
  );
  return rows[0]?.invited ?? false;
}
