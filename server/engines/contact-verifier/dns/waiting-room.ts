/** Lets a limited number through at once; the others wait in order, each for its own time. */
export class WaitingRoom {
  private inside = 0;
  private readonly queue = new Set<() => void>();

  constructor(private readonly places: number) {}

  /** Resolves with true once there is a place, which must be left again, or with false when the time is over. */
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

  /** Gives the place to who waits longest. */
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
