import { setTimeout as sleep } from 'node:timers/promises';

/** How long a test waits for an expected event, in milliseconds: enough even on a slow, busy machine. */
export const patienceMs = 20_000;

/** For `vi.waitFor`, whose default of one second is too short for a busy machine. */
export const patience = { timeout: patienceMs, interval: 20 };

/** Resolves as soon as the condition holds. @throws Error when it does not within the given time */
export async function until(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number = patienceMs,
): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !(await condition()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(`did not happen: ${condition}`);
  }
}
