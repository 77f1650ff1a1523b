import { sql } from 'kysely';
import type { SavedDefinition } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Grant } from '../../identity/index.ts';

/** Someone who follows a view. */
export interface FollowerRow {
  readonly view_id: string;
  readonly person_id: string;
}

/** Who follows views of the organization that they can still open, view by view. */
export function listFollowers(
  tx: Transaction,
  organizationId: string,
  onlyPerson: string | undefined,
): Promise<FollowerRow[]> {
  return tx
    .selectFrom('saved_view_follower as f')
    .innerJoin('saved_view as v', (join) =>
      join.onRef('v.organization_id', '=', 'f.organization_id').onRef('v.id', '=', 'f.view_id'),
    )
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .select(['f.view_id', 'f.person_id'])
    .where('f.organization_id', '=', organizationId)
    .where('p.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('v.shared', '=', true), eb('v.owner_id', '=', eb.ref('f.person_id'))]))
    .$if(onlyPerson !== undefined, (query) => query.where('f.person_id', '=', onlyPerson ?? null))
    .orderBy('f.view_id')
    .orderBy('f.person_id')
    .execute();
}

/** The roles that each of the people has in the organization now; people without a role are left out. */
export async function listGrants(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
): Promise<Map<string, Pick<Grant, 'role' | 'locationId'>[]>> {
  const rows = await tx
    .selectFrom('membership')
    .select(['person_id', 'role', 'location_id'])
    .where('organization_id', '=', organizationId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute();
  const grants = new Map<string, Pick<Grant, 'role' | 'locationId'>[]>();
  for (const { person_id, role, location_id } of rows) {
    const theirs = grants.get(person_id) ?? [];
    theirs.push({ role, locationId: location_id });
    grants.set(person_id, theirs);
  }
  return grants;
}

/** Which leads a view shows, as it was saved; undefined: it has been deleted. */
export async function findSavedQuery(
  tx: Transaction,
  organizationId: string,
  viewId: string,
): Promise<SavedDefinition['query'] | undefined> {
  const row = await tx
    .selectFrom('saved_view')
    .select(sql<SavedDefinition['query']>`definition -> 'query'`.as('query'))
    .where('organization_id', '=', organizationId)
    .where('id', '=', viewId)
    .executeTakeFirst();
  return row?.query;
}
