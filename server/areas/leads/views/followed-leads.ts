import { type LeadQuery, leadQuery } from '../../../../contract/leads/lead-list.ts';
import type { SavedDefinition } from '../../../../contract/leads/views.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { attempt } from '../../../platform/database/savepoint.ts';
import type { Logger } from '../../../platform/log.ts';
import { type LeadScope, scopeOfGrants } from '../lead/lead-scope.sql.ts';
import { listThoseIn } from '../list/lead-list.repo.ts';
import { look } from '../list/lead-search.sql.ts';
import * as repo from './followers.repo.ts';

/** The moment, and whose views are asked. */
interface FollowedOccasion {
  readonly now: Date;
  /** Asks for one follower alone. */
  readonly onlyPerson?: string | undefined;
  /** Where a view that cannot be compared is reported; undefined: someone else has reported it. */
  readonly log?: Logger | undefined;
}

/**
 * Those of the leads that views show to the people who follow them, by person, within what each may see now (decision
 * 042). Leads whose contact is still being checked are in no view yet: their quality and validity are not known. A view
 * that cannot be compared with them, for whatever reason, shows none to that follower, and takes nothing from others:
 * the transaction goes on.
 */
export async function findFollowedLeads(
  tx: Transaction,
  organizationId: string,
  leadIds: readonly string[],
  { now, onlyPerson, log }: FollowedOccasion,
): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  if (leadIds.length === 0) return found;
  for await (const { view_id: viewId, query, scope } of eachFollower(tx, {
    organizationId,
    now,
    onlyPerson,
  })) {
    const { personId } = scope;
    const shown = await attempt(tx, () => listShown(tx, scope, query, leadIds));
    if ('error' in shown)
      log?.error({ err: shown.error, organizationId, viewId, personId }, 'a followed view failed');
    else if (shown.result.length > 0)
      found.set(personId, new Set([...(found.get(personId) ?? []), ...shown.result]));
  }
  return found;
}

/** Everyone who follows a view and may see leads now, with one definition at a time: there may be many long ones. */
async function* eachFollower(
  tx: Transaction,
  { organizationId, now, onlyPerson }: FollowedOccasion & { readonly organizationId: string },
) {
  const followers = await repo.listFollowers(tx, organizationId, onlyPerson);
  if (followers.length === 0) return;
  const personIds = [...new Set(followers.map(({ person_id }) => person_id))];
  const grants = await repo.listGrants(tx, organizationId, personIds);
  let viewId: string | undefined;
  let query: SavedDefinition['query'] | undefined;
  for (const { view_id, person_id: personId } of followers) {
    const scope = scopeOfGrants({ organizationId, personId, grants: grants.get(personId) ?? [] }, now);
    if (scope === undefined) continue;
    if (view_id !== viewId) query = await repo.findSavedQuery(tx, organizationId, view_id);
    viewId = view_id;
    if (query !== undefined) yield { view_id, query, scope: { ...scope, personId } };
  }
}

async function listShown(
  tx: Transaction,
  scope: LeadScope,
  saved: SavedDefinition['query'],
  leadIds: readonly string[],
): Promise<string[]> {
  const { conditions } = await look(tx, scope, readSavedQuery(saved));
  return listThoseIn(tx, scope, conditions, leadIds);
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
