/** One limit that a visit counts against: of an organization, or of a domain. */
export interface RoomShare {
  readonly of: string;
  /** The maximum at the same time. */
  readonly most: number;
}

interface Waiting {
  readonly shares: readonly RoomShare[];
  readonly call: () => void;
}

/**
 * Admits a limited number, and of each share at most its limit; the others wait, each with its own time limit. The
 * owner with the fewest inside is next, and among equals the one that has waited longest: a long queue of one owner
 * holds up no other.
 */
export class FairRoom {
  private inside = 0;
  private readonly counts = new Map<string, number>();
  private readonly line = new Set<Waiting>();

  constructor(private readonly places: number) {}

  /**
   * Resolves with true once there is a place, which must be given back with the same shares, or with false when the
   * time is up.
   * @param shares the first is the owner of the visit
   */
  enter(shares: readonly RoomShare[], patienceMs: number): Promise<boolean> {
    if (this.inside < this.places && this.hasRoom(shares)) {
      this.count(shares, 1);
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.line.delete(waiting);
        resolve(false);
      }, patienceMs);
      const call = () => {
        clearTimeout(timer);
        this.line.delete(waiting);
        this.count(shares, 1);
        resolve(true);
      };
      const waiting: Waiting = { shares, call };
      this.line.add(waiting);
    });
  }

  /** Gives the place back. */
  leave(shares: readonly RoomShare[]): void {
    this.count(shares, -1);
    // One that leaves may make room for several: a share that was full, and a place.
    for (let next = this.next(); next; next = this.next()) next.call();
  }

  private next(): Waiting | undefined {
    if (this.inside >= this.places) return undefined;
    let best: Waiting | undefined;
    for (const one of this.line) {
      if (!this.hasRoom(one.shares)) continue;
      if (!best || this.insideOf(one.shares[0]) < this.insideOf(best.shares[0])) best = one;
      if (this.insideOf(best.shares[0]) === 0) break;
    }
    return best;
  }

  private hasRoom(shares: readonly RoomShare[]): boolean {
    return shares.every((share) => this.insideOf(share) < share.most);
  }

  private insideOf(share: RoomShare | undefined): number {
    return share === undefined ? 0 : (this.counts.get(share.of) ?? 0);
  }

  private count(shares: readonly RoomShare[], by: 1 | -1): void {
    this.inside += by;
    for (const { of } of shares) {
      const left = (this.counts.get(of) ?? 0) + by;
      if (left > 0) this.counts.set(of, left);
      else this.counts.delete(of);
    }
  }
}
