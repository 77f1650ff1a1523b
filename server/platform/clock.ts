/** The time, passed in wherever it matters, so that tests and the demo can set it. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is moved. */
export function fixedClock(start: Date): Clock & { set(at: Date): void } {
  let at = start;
  return {
    now: () => new Date(at),
    set: (next) => {
      at = next;
    },
  };
}
