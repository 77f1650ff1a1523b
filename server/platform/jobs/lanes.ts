/**
 * Each kind of work has its own seats, so that none keeps another waiting. A job names its lane where it is defined:
 * - `first`: what the clock triggers, and orders of account mail. Never waits behind anything else.
 * - `telling`: what people are waiting to hear of, such as a new lead.
 * - `checks`: queries the outside world, whose answers may take long or never come.
 * - `bulk`: large work that nobody waits for.
 * - `files`: files that are written in one go and may take minutes.
 *
 * Email is sent outside the lanes, over the connections of the post office.
 */
export const lanes = ['first', 'telling', 'checks', 'bulk', 'files'] as const;
export type Lane = (typeof lanes)[number];

export interface LaneSettings {
  /** Concurrent jobs, in this process. */
  readonly seats: number;
  /** Concurrent jobs of one organization: with more, it could take all seats. */
  readonly share: number;
  /** Jobs of one organization in a row before the others have their turn. */
  readonly turn: number;
}

/** Seats of all lanes together. */
export function seatsOf(concurrency: number): number {
  return Object.values(laneSettings(concurrency)).reduce((sum, { seats }) => sum + seats, 0);
}

/**
 * The seats of each lane in a process with that many seats for telling (LEADLIGHT_WORKER_CONCURRENCY). Checks spend
 * their time waiting and have twice as many. Jobs that tell people about one organization's leads run one after
 * another: they have the same recipients, whose daily counts are updated in turn.
 */
export function laneSettings(concurrency: number): Readonly<Record<Lane, LaneSettings>> {
  const few = Math.max(2, Math.ceil(concurrency / 2));
  const checks = Math.max(4, concurrency * 2);
  return {
    first: { seats: few, share: few, turn: 1 },
    telling: { seats: Math.max(2, concurrency), share: 1, turn: 4 },
    checks: { seats: checks, share: Math.ceil(checks / 2), turn: 4 },
    bulk: { seats: few, share: 1, turn: 1 },
    // Each holds a connection of its own besides.
    files: { seats: 2, share: 1, turn: 1 },
  };
}
