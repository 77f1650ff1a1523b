import type { SavedDefinition } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { Grant } from '../../identity/index.ts';

/** Someone who follows a view, with the roles that they have now. */
export interface FollowerRow {
  readonly person_id: string;
  readonly query: SavedDefinition['query'];
  readonly grants: readonly Grant[];
}

/** Who follows views of the organization that they can still open. */
export async function listFollowers(
  tx: Transaction,
  organizationId: string,
  onlyPerson: string | undefined,
): Promise<FollowerRow[]> {
  const rows = await tx
    .selectFrom('saved_view_follower as f')
    .innerJoin('saved_view as v', (join) =>
      join.onRef('v.organization_id', '=', 'f.organization_id').onRef('v.id', '=', 'f.view_id'),
    )
    .innerJoin('person as p', 'p.id', 'f.person_id')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.organization_id', '=', 'f.organization_id').onRef('m.person_id', '=', 'f.person_id'),
    )
    .select(['f.person_id', 'f.view_id', 'v.definition', 'm.role', 'm.location_id'])
    .where('f.organization_id', '=', organizationId)
    .where('p.disabled_at', 'is', null)
    .where((eb) => eb.or([eb('v.shared', '=', true), eb('v.owner_id', '=', eb.ref('f.person_id'))]))
    .$if(onlyPerson !== undefined, (query) => query.where('f.person_id', '=', onlyPerson ?? null))
    .orderBy('f.person_id')
    .orderBy('f.view_id')
    .execute();
  const followers = new Map<string, FollowerRow & { grants: Grant[] }>();
  for (const { person_id, view_id, definition, role, location_id } of rows) {
    const key = `${person_id} ${view_id}`;
    const { query } = definition as SavedDefinition;
    const known = followers.get(key) ?? { person_id, query, grants: [] };
    known.grants.push({ role, locationId: location_id, locationName: null });
    followers.set(key, known);
  }
  return [...followers.values()];
}
