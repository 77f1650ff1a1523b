import type { Role } from '../../../contract/enums.ts';
import { AppError } from '../../platform/errors.ts';
import { type Actor, hasRoleEverywhere, hasScope, notAllowed } from '../identity/index.ts';

const readers: readonly Role[] = ['account-admin', 'referrals-admin', 'operator-admin'];

/** The outbox shows the mails of the whole organization: to those whose role is for all of it. @throws AppError not-allowed */
export function requireOutboxReader(actor: Actor): void {
  if (!hasRoleEverywhere(actor, ...readers)) throw notAllowed(readers, actor);
}

/** Mail that came back is reported by a program of the operator's. @throws AppError not-allowed */
export function requireBounceReporter(actor: Actor): void {
  if (actor.organizationKind === 'operator' && hasScope(actor, 'mails:bounces')) return;
  throw new AppError(
    'not-allowed',
    'Report returned email with an API token of the operator that has the scope mails:bounces.',
  );
}
