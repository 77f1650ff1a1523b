import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { type Actor, listWorkplaces } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { LeadDetailRow, LeadRow } from './lead/lead-row.ts';
import type { LeadScope } from './lead/lead-scope.sql.ts';
import * as repo from './lead/leads.repo.ts';
import { seesAsOwnerOnly, worksAt } from './lead/whose-lead.rules.ts';
import { refuseStranger } from './strangers.ts';

interface OwnedLead {
  readonly tx: Transaction;
  readonly scope: LeadScope;
  readonly row: LeadDetailRow;
}

/** Whether a person can own a lead. */
export type CanOwn = (personId: string, row: Pick<LeadRow, 'location_id'>) => boolean;

/** Who can own leads of the organization now: people who work those of the lead's location (ID-2). */
export async function findPossibleOwners(tx: Transaction, organizationId: string): Promise<CanOwn> {
  const places = new Map<string, Set<string | null>>();
  for (const { personId, locationId } of await listWorkplaces(tx, organizationId))
    places.set(personId, (places.get(personId) ?? new Set()).add(locationId));
  return (personId, row) => worksAt(places.get(personId), row.location_id);
}

/**
 * An owner works leads and may see those of the lead's location. Somebody who sees the lead only as its owner keeps it:
 * they could not undo what they did.
 * @throws AppError invalid-request, naming someone whom the organization knows
 */
export async function requireAssignee(
  { tx, scope, row }: OwnedLead,
  actor: Actor,
  personId: string | null,
): Promise<void> {
  const path = 'body.personId';
  if (personId !== null && !(await findPossibleOwners(tx, actor.organizationId))(personId, row))
    return refuseStranger(tx, path, personId, {
      unknown: sentence('owner.stranger'),
      known: (name) => sentence('owner.cannot', { name }),
    });
  // Whoever does not own the lead sees it in another way.
  if (personId === actor.personId || row.assigned_to !== scope.personId) return;
  const team = await repo.listTeam(tx, scope.organizationId, row.id);
  const ids = team.map(({ id }) => id);
  if (seesAsOwnerOnly(scope, row, ids)) throw wrongValue(path, 'includes-you', sentence('owner.withoutYou'));
}

/** Who owns a lead that this actor accepts: they do, unless it has an owner who still can. Programs own nothing. */
export async function ownerOnAcceptance({ tx, row }: OwnedLead, actor: Actor): Promise<string | null> {
  if (actor.personId === null) return row.assigned_to;
  if (row.assigned_to === null) return actor.personId;
  return ownerAfterAcceptance(row, actor.personId, await findPossibleOwners(tx, actor.organizationId));
}

/** Who owns a lead that a person accepts: they do, unless it has an owner who still can. */
export function ownerAfterAcceptance(
  row: Pick<LeadRow, 'assigned_to' | 'location_id'>,
  personId: string,
  canOwn: CanOwn,
): string {
  const { assigned_to: owner } = row;
  return owner !== null && canOwn(owner, row) ? owner : personId;
}
