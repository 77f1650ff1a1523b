import { createHmac } from 'node:crypto';

const dayMs = 86_400_000;
/** 1 January 1970 was a Thursday. */
const daysBeforeThursday = 3;

/** The number of the week, from Monday to Sunday in UTC. */
export function weekOf(now: number): number {
  return Math.floor((now / dayMs + daysBeforeThursday) / 7);
}

/**
 * What decides between equal pages in a week: neither names nor ids can be chosen so that a page comes first, and nobody
 * is first for long (RK-16). A whole number below 2^48.
 */
export function weeklyKey(week: number, pageId: string): number {
  return createHmac('sha256', String(week)).update(pageId).digest().readUIntBE(0, 6);
}
