/** A mail that cannot be sent is tried again for so long. */
export const tryHours = 72;
/** Mails that were kept while there was no mail server are sent when there is one, if they are not older. */
export const keptHours = 24;
/** While no mail server can be reached, nothing else is tried for so long. */
export const unreachableSeconds = 60;

/**
 * Who sends a mail has it for so long; a worker that died had it. An attempt takes at most half of that, and is begun
 * in the first half only.
 */
export const claimSeconds = 240;

const pauseMinutes = [1, 2, 5, 10, 20, 30];
const longestPauseMinutes = 60;

/** When a mail that could not be sent is tried again; undefined: its time is over. */
export function nextTry(mail: { createdAt: Date; attempts: number }, now: Date): Date | undefined {
  const minutes = pauseMinutes[mail.attempts - 1] ?? longestPauseMinutes;
  const next = new Date(now.getTime() + minutes * 60_000);
  return next.getTime() - mail.createdAt.getTime() > tryHours * 3_600_000 ? undefined : next;
}
