import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { type Actor, findPerson, listColleagues } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { LeadRow } from './lead/lead-row.ts';
import type { LeadScope } from './lead/lead-scope.sql.ts';

interface TeamedLead {
  readonly tx: Transaction;
  readonly scope: LeadScope;
  readonly row: Pick<LeadRow, 'assigned_to'>;
}

/**
 * A team consists of people of the organization who work leads; people who see only their own leads stay in the team, or
 * own the lead.
 * @throws AppError invalid-request
 */
export async function requireTeam(
  { tx, scope, row }: TeamedLead,
  actor: Actor,
  personIds: readonly string[],
): Promise<void> {
  await requireColleagues(tx, actor, personIds);
  if (losesSight(scope, row, personIds))
    throw wrongValue('body.teamMemberIds', 'includes-you', sentence('team.withoutYou'));
}

/** Passes when all of them work leads in the organization. @throws AppError invalid-request */
export async function requireColleagues(
  tx: Transaction,
  actor: Actor,
  personIds: readonly string[],
  path = 'body.teamMemberIds',
): Promise<void> {
  const colleagues = await listColleagues(tx, actor.organizationId);
  const known = new Set(colleagues.map((one) => one.id));
  const stranger = personIds.findIndex((one) => !known.has(one));
  const strangerId = personIds[stranger];
  if (strangerId === undefined) return;
  // Someone whom the organization once knew is named: they left, or got another role, since the list was loaded.
  const name = (await findPerson(tx, strangerId))?.name;
  throw wrongValue(
    `${path}[${stranger}]`,
    'known-person',
    name === undefined ? sentence('team.stranger') : sentence('team.left', { name }),
  );
}

/** True when whoever sees only their own leads would no longer see this one with such a team. */
export function losesSight(
  { everything, locationIds, personId }: LeadScope,
  row: Pick<LeadRow, 'assigned_to'>,
  personIds: readonly string[],
): boolean {
  const seesOwnLeadsOnly = !everything && locationIds.length === 0;
  const isOwner = row.assigned_to === personId;
  return seesOwnLeadsOnly && !isOwner && personId !== null && !personIds.includes(personId);
}
