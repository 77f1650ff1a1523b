import type { Sentence } from '../../../../contract/sentences.ts';
import { AppError } from '../../../platform/errors.ts';
import { type Actor, hasPermission, notAllowed, rolesWith } from '../../identity/index.ts';
import { contactWithheld, isRoutable, type LifecycleFacts } from '../lead/leads.rules.ts';
import type { ActivityRow } from './activities.repo.ts';
import { isAuthor } from './activities.rules.ts';
import { sentence } from './catalogue.ts';

type Lead = LifecycleFacts & { readonly contactAllowed: boolean };

/** The hand of an actor, as activities name their authors. */
export function handOf(actor: Actor): { personId: string | null; tokenId: string | null } {
  return actor.kind === 'token'
    ? { personId: null, tokenId: actor.tokenId }
    : { personId: actor.personId, tokenId: null };
}

/**
 * Whether texts about the lead must no longer be shown: what was noted before a lead expired may repeat its contact
 * (LC-4). Without consent there was never a contact to repeat, so texts are treated like the notes of a deal (IN-6).
 */
export function isTextWithheld(lead: Lead, now: Date): boolean {
  return contactWithheld(lead, now) === 'Expired';
}

/** Why nothing can be noted about the lead now, whoever asks. */
function obstacleOf(actor: Actor, lead: Lead, now: Date): Sentence | undefined {
  if (isTextWithheld(lead, now)) return sentence('expired');
  // It leaves the organization with its history, and what was noted here is no business of the partner.
  return actor.organizationKind === 'operator' && isRoutable(lead) ? sentence('unsent') : undefined;
}

/** Whether the actor may note something about the lead now. */
export function mayAdd(actor: Actor, lead: Lead, now: Date): boolean {
  return hasPermission(actor, 'workLeads') && obstacleOf(actor, lead, now) === undefined;
}

/** @returns why the actor may not add an activity now: not-allowed, action-not-possible */
export function refuseAdding(actor: Actor, lead: Lead, now: Date): AppError | undefined {
  if (!hasPermission(actor, 'workLeads'))
    return notAllowed(rolesWith('workLeads', actor.organizationKind), actor);
  const obstacle = obstacleOf(actor, lead, now);
  return obstacle && new AppError('action-not-possible', obstacle);
}

/** @returns why the actor may not change the activity now: not-allowed, action-not-possible */
export function refuseEditing(actor: Actor, lead: Lead, row: ActivityRow, now: Date): AppError | undefined {
  const refused = refuseAdding(actor, lead, now);
  if (refused) return refused;
  if (isAuthor(row, handOf(actor))) return undefined;
  return new AppError('not-allowed', sentence('notYours', { author: authorOf(row) }));
}

/** @returns why the actor may not delete the activity: not-allowed. The state of the lead is no obstacle. */
export function refuseDeleting(actor: Actor, row: ActivityRow): AppError | undefined {
  if (!hasPermission(actor, 'workLeads'))
    return notAllowed(rolesWith('workLeads', actor.organizationKind), actor);
  if (isAuthor(row, handOf(actor)) || hasPermission(actor, 'deleteActivities')) return undefined;
  return new AppError('not-allowed', sentence('notYoursToDelete', { author: authorOf(row) }));
}

/** The name that the author has now. */
export const authorOf = (row: Pick<ActivityRow, 'author_name' | 'author_name_now'>): string =>
  row.author_name_now ?? row.author_name;
