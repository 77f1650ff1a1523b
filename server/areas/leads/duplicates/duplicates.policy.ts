import type { Role } from '../../../../contract/identity/lists.ts';
import { type DuplicateAction, duplicateActions } from '../../../../contract/leads/duplicates.ts';
import type { Actor } from '../../identity/index.ts';
import { mayDo, rolesFor } from '../lead/leads.policy.ts';

/**
 * Actions on possible duplicates of leads that the actor sees: people who may close leads as duplicates may link them.
 */
export function allowedDuplicateActions(actor: Actor): DuplicateAction[] {
  return mayDo(actor, 'close-as-error') ? [...duplicateActions] : [];
}

/** Which roles may, in the actor's organization. */
export function duplicateRoles(actor: Actor): readonly Role[] {
  return rolesFor('close-as-error', actor.organizationKind);
}
