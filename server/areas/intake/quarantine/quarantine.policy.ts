import type { QuarantineState } from '../../../../contract/intake/lists.ts';
import type { QuarantineAction } from '../../../../contract/intake/quarantine.ts';

const dayMilliseconds = 86_400_000;

/** Days after the decision until what was typed is removed from the quarantine. */
export const formKeptDays = 30;

/** Days for which a submission waits for a decision; then it is removed whole. */
export const undecidedKeptDays = 90;

/** What can be done with a submission; a released one is a lead, which is not taken back. */
export function actionsOf(state: QuarantineState, hasForm: boolean): QuarantineAction[] {
  if (state === 'suspected') return ['release', 'confirm-spam'];
  return state === 'spam' && hasForm ? ['restore'] : [];
}

/** When what was typed is removed, for a decision of that moment. */
export function formRemovalAt(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + formKeptDays * dayMilliseconds);
}

/** When a submission is removed that nobody decides on, if it has waited since then. */
export function undecidedRemovalAt(waitsSince: Date): Date {
  return new Date(waitsSince.getTime() + undecidedKeptDays * dayMilliseconds);
}

/** Whoever has waited since then or longer is removed at that moment. */
export function undecidedLimit(now: Date): Date {
  return new Date(now.getTime() - undecidedKeptDays * dayMilliseconds);
}
