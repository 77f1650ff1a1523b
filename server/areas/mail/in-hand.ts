/** Mails in hand for each connection: those of a batch are asked about while those of the last ones are on their way. */
const fewestEach = 4;
/** The larger the batch, the less of the time goes into asking and writing down. */
const mostEach = 8;
/** What a mail server takes in so long is in hand. */
const wantedMilliseconds = 500;

/** How many mails are in hand at once, by how fast they have gone out lately. */
export class InHand {
  private lastEnd = Number.NEGATIVE_INFINITY;
  /** Between the ends of two mails. */
  private usual = wantedMilliseconds;

  constructor(private readonly connections: number) {}

  get most(): number {
    const soon = wantedMilliseconds / this.usual;
    return Math.round(Math.min(mostEach * this.connections, Math.max(fewestEach * this.connections, soon)));
  }

  /** A mail has gone out, or failed. @param now milliseconds of a clock that never goes back */
  noteEnd(now: number): void {
    const took = Math.min(wantedMilliseconds, now - this.lastEnd);
    this.usual = 0.95 * this.usual + 0.05 * took;
    this.lastEnd = now;
  }
}
