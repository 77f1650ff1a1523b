import type { Weighed } from './place-table.ts';

/** A place is meant without a doubt when it weighs so many times what the next one of that name does. */
const clearTimes = 5;

/** The place that people mean by a name that these places have; undefined when it could be several, or none. */
export function clearlyMeant(named: readonly Weighed[]): number | undefined {
  const [first, second] = [...named].sort((one, other) => other.weight - one.weight);
  if (first === undefined) return;
  return second === undefined || first.weight >= clearTimes * second.weight ? first.place : undefined;
}
