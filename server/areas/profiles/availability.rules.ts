/** The day by which absences of partners count: that of UTC, the same for every reader of a page. */
export const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** Whether a partner takes no requests on that day, because it is away until another, inclusive (BP-17). */
export function isAway(unavailableUntil: string | null, day: string): boolean {
  return unavailableUntil !== null && unavailableUntil >= day;
}
