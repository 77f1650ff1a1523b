/** The time, passed in wherever it matters, so that tests and the demo can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is set. */
export function fixedClock(start: Date): Clock & { set(at: Date): void } {
  let at = start;
  return {
    now: () => new Date(at),
    set: (next) => {
      at = next;
    },
  };
}

const rereadMilliseconds = 1000;

/**
 * The machine's time plus an offset in seconds that is read about every second. When reading fails, the last offset is
 * kept.
 */
export async function followClock(
  readAheadSeconds: () => Promise<number>,
): Promise<Clock & { stop(): Promise<void> }> {
  let aheadMs = (await readAheadSeconds()) * 1000;
  let stopped = false;
  let reading: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const readAgain = async () => {
    aheadMs = await readAheadSeconds().then(
      (seconds) => seconds * 1000,
      () => aheadMs,
    );
    if (!stopped) schedule();
  };
  const schedule = () => {
    timer = setTimeout(() => {
      reading = readAgain();
    }, rereadMilliseconds).unref();
  };
  schedule();
  return {
    now: () => new Date(Date.now() + aheadMs),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await reading;
    },
  };
}
