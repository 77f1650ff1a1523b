const minute = 60;
const hour = 60 * minute;

/** Short outages are over in minutes, long ones last into the next day; after that a person has to look. */
const afterTrouble: readonly number[] = [minute, 5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];

/** Greylisting ends within minutes for a server that comes back; three more attempts at growing intervals. */
const afterGreylisting: readonly number[] = [6 * minute, 15 * minute, 30 * minute];

/**
 * Seconds after which attempt number `attempt` (1 is the first) should be repeated; null when it was tried often enough
 * (CV-4).
 */
export function retryDelaySeconds(why: 'trouble' | 'greylisted', attempt: number): number | null {
  const delays = why === 'greylisted' ? afterGreylisting : afterTrouble;
  return delays[Math.max(0, Math.floor(attempt) - 1)] ?? null;
}
