/** How long an email that cannot be sent is retried. */
export const tryHours = 72;
/** Emails kept while there was no mail server are sent once there is one, unless they are older than this. */
export const keptHours = 24;
/** How long sending pauses when the mail server cannot be reached. */
export const unreachableSeconds = 60;

/**
 * How long a worker's claim on an email lasts, even if the worker dies. An attempt takes at most half of it, and starts
 * only in the first half.
 */
export const claimSeconds = 240;

const pauseMinutes = [1, 2, 5, 10, 20, 30];
const longestPauseMinutes = 60;

/** When an email that could not be sent is retried; undefined: it is too old. */
export function nextTry(mail: { createdAt: Date; attempts: number }, now: Date): Date | undefined {
  const minutes = pauseMinutes[mail.attempts - 1] ?? longestPauseMinutes;
  const next = new Date(now.getTime() + minutes * 60_000);
  return next.getTime() - mail.createdAt.getTime() > tryHours * 3_600_000 ? undefined : next;
}
