/** A batch of that length is felt by nobody who reads at the same moment. */
const batchMilliseconds = 50;
const smallestBatch = 20;
/** Readers may wait this much longer than when nothing else happens; above that the pauses grow. */
const bearableRatio = 1.3;
/** Pauses are at most so many times as long as the work: however busy the machine is, the work gets done. */
const longestRest = 0.2;
const restStep = 0.05;

/**
 * How much of a great deal of work is done at once, and how long the pauses are: by what people who read meanwhile
 * feel of it. On a machine with room there are no pauses.
 */
export class Pace {
  private size: number;
  private rest = longestRest / 2;
  private readonly calm: number[] = [];

  /** @param largestBatch rows in one transaction at most */
  constructor(private readonly largestBatch: number) {
    this.size = Math.min(largestBatch, 5 * smallestBatch);
  }

  /** Rows to do next. */
  get batchSize(): number {
    return Math.min(this.largestBatch, Math.round(this.size));
  }

  /** A read took so long while nothing of this work was done. */
  noteCalmRead(milliseconds: number): void {
    this.calm.push(milliseconds);
    if (this.calm.length > 9) this.calm.shift();
  }

  /** A batch of so many rows, and a read at the same time. @returns milliseconds to pause */
  noteBatch(rows: number, batch: number, read: number | undefined): number {
    if (rows > 0) {
      const fitting = (rows * batchMilliseconds) / Math.max(batch, 0.1);
      this.size = Math.max(smallestBatch, Math.min(this.largestBatch, (this.size + fitting) / 2));
    }
    const usual = median(this.calm);
    if (read !== undefined && usual !== undefined) {
      const step = read > usual * bearableRatio ? restStep : -restStep / 2;
      this.rest = Math.min(longestRest, Math.max(0, this.rest + step));
    }
    return batch * this.rest;
  }
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
}
