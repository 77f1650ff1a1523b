import type { ExportState } from '../../../../contract/leads/lists.ts';

/** How long an export is kept, from when its file was begun. */
export const keptDays = 7;
/** How many exports of one person may be under way. */
export const mostOpen = 3;
/** How many exports one person may have: each takes room in the database. */
export const mostKept = 20;
/** An export that breaks off this often in a row has failed. */
export const mostFailures = 5;
/** The largest file, in bytes. */
export const mostFileBytes = 2 ** 31;
/** The kind of the stored files. The function withdraw_exports names it, too. */
export const fileKind = 'lead-export';

/** When an export that is begun now is over. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + keptDays * 86_400_000);
}

/** True when nothing more will happen to it. */
export function isOver(state: ExportState): boolean {
  return state !== 'waiting' && state !== 'running';
}
