/** How far apart two clocks are. */
export interface ClockDistance {
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
}

/** The distance in its units, to be put into words; seconds are left out. */
export function splitClockDistance(seconds: number): ClockDistance {
  const minutes = Math.floor(seconds / 60);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}
