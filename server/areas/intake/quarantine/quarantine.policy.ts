import type { QuarantineState } from '../../../../contract/intake/lists.ts';
import type { QuarantineAction } from '../../../../contract/intake/quarantine.ts';

const dayMilliseconds = 86_400_000;

/** Days after the decision until what was typed is removed from the quarantine. */
export const formKeptDays = 30;

/** Days for which a submission waits for a decision; then all of it is removed. */
export const undecidedKeptDays = 90;

/** The actions on a submission; a released one is a lead, which cannot be undone. */
export function actionsOf(state: QuarantineState, hasForm: boolean): QuarantineAction[] {
  if (state === 'suspected') return ['release', 'confirm-spam'];
  return state === 'spam' && hasForm ? ['restore'] : [];
}

/** When what was typed is removed, if the decision is made at that moment. */
export function formRemovalAt(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + formKeptDays * dayMilliseconds);
}

/** When a submission is removed if nobody decides on it, by when it began to wait. */
export function undecidedRemovalAt(waitsSince: Date): Date {
  return new Date(waitsSince.getTime() + undecidedKeptDays * dayMilliseconds);
}

/** The cutoff at that moment: submissions that have waited since then or longer are removed. */
export function undecidedLimit(now: Date): Date {
  return new Date(now.getTime() - undecidedKeptDays * dayMilliseconds);
}
