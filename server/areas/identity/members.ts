import type { Transaction } from '../../platform/database/database.ts';
import type { PersonActor } from './actor.ts';
import { findPerson, listMemberships } from './identity.repo.ts';

/**
 * A person as an actor of an organization, with the roles that they have now: for work that goes on in their name after
 * their request. undefined when they no longer belong to the organization, or their account is disabled. The
 * transaction must be for both.
 * @param workId names the work, as the id of a session names a session
 */
export async function findMember(
  tx: Transaction,
  { organizationId, personId }: { readonly organizationId: string; readonly personId: string },
  workId: string,
): Promise<PersonActor | undefined> {
  const person = await findPerson(tx, personId);
  const grants = (await listMemberships(tx, personId)).filter((one) => one.organizationId === organizationId);
  const [home] = grants;
  if (!person || person.disabled_at !== null || !home) return undefined;
  return {
    kind: 'person',
    personId,
    sessionId: workId,
    name: person.name,
    organizationId,
    organizationName: home.organizationName,
    organizationKind: home.organizationKind,
    grants: grants.map(({ role, locationId }) => ({ role, locationId, locationName: null })),
  };
}
