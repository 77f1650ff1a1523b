import { type LeadQuery, leadQuery } from '../../../../contract/leads/lead-list.ts';
import type { SavedDefinition } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { scopeOfGrants } from '../lead/lead-scope.sql.ts';
import { listThoseIn } from '../list/lead-list.repo.ts';
import { look } from '../list/lead-search.sql.ts';
import { listFollowers } from './followers.repo.ts';

/**
 * Those of the leads that views show to the people who follow them, by person, within what each may see now (decision
 * 042). Leads whose contact is still being checked are in no view yet: their quality and validity are not known.
 * @param onlyPerson asks for one follower alone
 */
export async function findFollowedLeads(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  { now, onlyPerson }: { readonly now: Date; readonly onlyPerson?: string | undefined },
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (leadIds.length === 0) return found;
  for (const { person_id: personId, query, grants } of await listFollowers(tx, organizationId, onlyPerson)) {
    const scope = scopeOfGrants({ organizationId, personId, grants }, now);
    if (scope === undefined) continue;
    const { conditions } = await look(tx, scope, readSavedQuery(query));
    const shown = await listThoseIn(tx, scope, conditions, leadIds);
    if (shown.length > 0) found.set(personId, new Set([...(found.get(personId) ?? []), ...shown]));
  }
  return found;
}

/** A saved query, without parameters and values that no longer exist. */
export function readSavedQuery(saved: SavedDefinition['query']): LeadQuery {
  const { shape } = leadQuery;
  const read: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(shape)) {
    const value = saved[name];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const known = values.filter((one) => one !== undefined && schema.safeParse(one).success);
    if (known.length > 0) read[name] = Array.isArray(value) ? known : value;
  }
  return leadQuery.parse(read);
}
