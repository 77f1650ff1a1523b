import { becomePerson, becomeTenant, type Transaction } from '../../platform/database/database.ts';
import { type AccessEntry, recordAccess } from '../audit/index.ts';
import { listMemberships } from './identity.repo.ts';

/**
 * Appends to the log of every organization that a person belongs to: an account concerns all of them. Must come last in
 * its transaction, which is for the last of these organizations afterwards.
 * @param by who acted; the person themselves unless given
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
