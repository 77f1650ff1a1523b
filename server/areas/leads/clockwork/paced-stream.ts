import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from './clockwork-pace.ts';

/** Short enough for pauses to be felt, long enough for the pauses to cost little. */
const periodMilliseconds = 50;
/** One of this many periods measures what people notice. */
const periodsPerRead = 2;

/**
 * The same stream with pauses, by what people who read meanwhile notice. What is done with each part counts as work,
 * too.
 * @param timeRead how long a read takes at the moment, in milliseconds
 */
export async function* pacedStream(
  source: AsyncIterable<Buffer>,
  pace: Pace,
  timeRead: () => Promise<number>,
): AsyncGenerator<Buffer> {
  let reading: Promise<number | undefined> | undefined;
  let begun = performance.now();
  let count = 0;
  for await (const part of source) {
    yield part;
    const worked = performance.now() - begun;
    if (worked < periodMilliseconds) continue;
    await sleep(pace.noteBatch(0, worked, await reading));
    // One that fails says nothing.
    reading = count++ % periodsPerRead === 0 ? timeRead().catch(() => undefined) : undefined;
    begun = performance.now();
  }
}
