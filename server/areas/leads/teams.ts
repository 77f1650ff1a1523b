import type { Transaction } from '../../platform/database/database.ts';
import { wrongValue } from '../../platform/errors.ts';
import { type Actor, listColleagues } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { LeadRow } from './lead/lead-row.ts';
import type { LeadScope } from './lead/lead-scope.sql.ts';
import { losesSight } from './lead/whose-lead.rules.ts';
import { refuseStranger } from './strangers.ts';

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
  const stranger = await findStranger(tx, actor.organizationId, personIds);
  if (stranger === undefined) return;
  await refuseStranger(tx, `${path}[${stranger.place}]`, stranger.personId, {
    unknown: sentence('team.stranger'),
    known: (name) => sentence('team.left', { name }),
  });
}

/** The first of them who does not work leads in the organization, with their place; undefined: all of them do. */
export async function findStranger(
  tx: Transaction,
  organizationId: string,
  personIds: readonly string[],
): Promise<{ readonly place: number; readonly personId: string } | undefined> {
  if (personIds.length === 0) return undefined;
  const known = new Set((await listColleagues(tx, organizationId)).map(({ id }) => id));
  const place = personIds.findIndex((one) => !known.has(one));
  const personId = personIds[place];
  return personId === undefined ? undefined : { place, personId };
}
