/** Nobody who reads at the same time notices a batch of this length. */
const batchMilliseconds = 50;
const smallestBatch = 20;
/** Readers may wait this much longer than when nothing else runs; above that the pauses grow. */
const bearableRatio = 1.3;
/** Pauses are at most this share of the work's time: however busy the machine is, the work gets done. */
const longestRest = 0.2;
/** How much longer pauses become when readers notice, as a share of the longest. */
const restStep = 0.25;

/**
 * Paces a large piece of work: sets batch sizes and pauses by how much people who read meanwhile notice. On a machine
 * with capacity to spare there are no pauses.
 */
export class Pace {
  private size: number;
  private rest: number;
  private readonly calm: number[] = [];

  /**
   * @param largestBatch the most rows in one transaction
   * @param batchTime how long a batch should take, in milliseconds
   * @param mostRest the longest pause, as a share of the work's time: longer for work that nobody waits for
   */
  constructor(
    private readonly largestBatch: number,
    private readonly batchTime = batchMilliseconds,
    private readonly mostRest = longestRest,
  ) {
    this.rest = mostRest / 2;
    this.size = Math.min(largestBatch, 5 * smallestBatch);
  }

  /** Rows in the next batch. */
  get batchSize(): number {
    return Math.min(this.largestBatch, Math.round(this.size));
  }

  /** Notes how long a read took while none of this work was running. */
  noteCalmRead(milliseconds: number): void {
    this.calm.push(milliseconds);
    if (this.calm.length > 9) this.calm.shift();
  }

  /** Notes how long a batch took, and a read at the same time. @returns milliseconds to pause */
  noteBatch(rows: number, batch: number, read: number | undefined): number {
    if (rows > 0) {
      const fitting = (rows * this.batchTime) / Math.max(batch, 0.1);
      this.size = Math.max(smallestBatch, Math.min(this.largestBatch, (this.size + fitting) / 2));
    }
    const usual = median(this.calm);
    if (read !== undefined && usual !== undefined) {
      const step = read > usual * bearableRatio ? this.mostRest * restStep : (-this.mostRest * restStep) / 2;
      this.rest = Math.min(this.mostRest, Math.max(0, this.rest + step));
    }
    return batch * this.rest;
  }
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
