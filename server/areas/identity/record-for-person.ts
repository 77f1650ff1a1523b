import { becomePerson, becomeTenant, type Transaction } from '../../platform/database/database.ts';
import { type AccessEntry, recordAccess } from '../audit/index.ts';
import { listMemberships } from './identity.repo.ts';

/**
 * Appends to the log of every organization that a person belongs to: what is about an account concerns all of them.
 * The last thing in its transaction, which works for the last of them afterwards.
 * @param by who acted; the person themselves unless somebody else is named
 */
export async function recordForPerson(
  tx: Transaction,
  person: { readonly id: string; readonly name: string },
  entry: AccessEntry,
  by: { readonly personId: string | null; readonly name: string } = {
    personId: person.id,
    name: person.name,
  },
): Promise<void> {
  await becomePerson(tx, person.id);
  const memberships = await listMemberships(tx, person.id);
  for (const organizationId of new Set(memberships.map((one) => one.organizationId))) {
    await becomeTenant(tx, { organizationId, personId: person.id });
    await recordAccess(tx, { organizationId, ...by }, entry);
  }
}
