/** Admits a limited number at a time; the others wait in order, each with its own time limit. */
export class WaitingRoom {
  private inside = 0;
  private readonly queue = new Set<() => void>();

  constructor(private readonly places: number) {}

  /**
   * Resolves with true once there is a place, which must be given back with `leave`, or with false when the time is up.
   */
  enter(patienceMs: number): Promise<boolean> {
    if (this.inside < this.places) {
      this.inside += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const call = () => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.queue.delete(call);
        resolve(false);
      }, patienceMs);
      this.queue.add(call);
    });
  }

  /** Passes the place to the one that has waited longest. */
  leave(): void {
    const [next] = this.queue;
    if (!next) {
      this.inside -= 1;
      return;
    }
    this.queue.delete(next);
    next();
  }
}
