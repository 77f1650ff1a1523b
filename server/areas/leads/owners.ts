import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { type Actor, findPerson, listAssignees } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { LeadDetailRow } from './lead/lead-row.ts';
import type { LeadScope } from './lead/lead-scope.sql.ts';
import * as repo from './lead/leads.repo.ts';

interface OwnedLead {
  readonly tx: Transaction;
  readonly scope: LeadScope;
  readonly row: LeadDetailRow;
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
  if (personId !== null && !(await canOwn(tx, row, actor.organizationId, personId))) {
    const name = (await findPerson(tx, personId))?.name;
    throw wrongValue(
      path,
      'known-person',
      name === undefined ? sentence('owner.stranger') : sentence('owner.cannot', { name }),
    );
  }
  if (personId !== actor.personId && (await seesAsOwnerOnly({ tx, scope, row })))
    throw wrongValue(path, 'includes-you', sentence('owner.withoutYou'));
}

/** Who owns a lead that this actor accepts: they do, unless it has an owner who still can. Programs own nothing. */
export async function ownerOnAcceptance({ tx, row }: OwnedLead, actor: Actor): Promise<string | null> {
  const { assigned_to: owner } = row;
  if (actor.personId === null) return owner;
  if (owner !== null && (await canOwn(tx, row, actor.organizationId, owner))) return owner;
  return actor.personId;
}

async function canOwn(
  tx: Transaction,
  row: LeadDetailRow,
  organizationId: string,
  personId: string,
): Promise<boolean> {
  const assignees = await listAssignees(tx, organizationId, row.location_id);
  return assignees.some(({ id }) => id === personId);
}

async function seesAsOwnerOnly({ tx, scope, row }: OwnedLead): Promise<boolean> {
  const { organizationId, personId, everything, locationIds } = scope;
  if (everything || personId === null || row.assigned_to !== personId) return false;
  if (row.location_id !== null && locationIds.includes(row.location_id)) return false;
  return !(await repo.listTeam(tx, organizationId, row.id)).some(({ id }) => id === personId);
}
