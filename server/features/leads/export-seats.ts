/**
 * How many exports may run at once. Each holds a database connection for as long as its reader takes, so that
 * without a limit a few slow downloads would leave none for everybody else.
 */
export class ExportSeats {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** Waits for a seat, first come, first served; the returned function gives it back, once. */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    let taken = true;
    return () => {
      if (taken) this.giveBack();
      taken = false;
    };
  }

  private giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}
