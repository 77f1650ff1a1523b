/** Emails in hand per connection: one batch is rechecked while the previous one is on its way. */
const fewestEach = 4;
/** The larger the batch, the less time goes into rechecking and recording. */
const mostEach = 16;
/** As many emails are in hand as a mail server accepts in this time. */
const wantedMilliseconds = 500;

/** How many emails may be in hand at the same time, by how fast they have gone out lately. */
export class InHand {
  private lastEnd = Number.NEGATIVE_INFINITY;
  /** Moving average of the time between the ends of two emails. */
  private usual = wantedMilliseconds;

  constructor(private readonly connections: number) {}

  get most(): number {
    const soon = wantedMilliseconds / this.usual;
    return Math.round(Math.min(mostEach * this.connections, Math.max(fewestEach * this.connections, soon)));
  }

  /** An email has been sent, or has failed. @param now milliseconds of a monotonic clock */
  noteEnd(now: number): void {
    const took = Math.min(wantedMilliseconds, now - this.lastEnd);
    this.usual = 0.95 * this.usual + 0.05 * took;
    this.lastEnd = now;
  }
}
