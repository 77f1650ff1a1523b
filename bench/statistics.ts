/** The value below which the given share of the samples falls. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Runs the work `rounds` times and returns the milliseconds of each, after a warm-up that is not counted. */
export async function time(rounds: number, work: (round: number) => Promise<unknown>): Promise<number[]> {
  for (let round = 0; round < Math.ceil(rounds / 10); round++) await work(round);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work(round);
    samples.push(performance.now() - begun);
  }
  return samples;
}

/**
 * Runs that many clients at the same time, each repeating the work until the time is up. @returns completed runs per
 * second
 */
export async function throughput(
  clients: number,
  seconds: number,
  work: (client: number, round: number) => Promise<unknown>,
): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; performance.now() < until; round++) {
        await work(client, round);
        done++;
      }
    }),
  );
  return done / ((performance.now() - begun) / 1000);
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
