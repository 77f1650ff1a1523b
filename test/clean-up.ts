/** Closes what was opened, in reverse order; all of it, even when something cannot be closed. */
export class CleanUp {
  private readonly steps: (() => unknown)[] = [];
  private isOver = false;

  /**
   * Registers how to close what was just opened. What is opened after the end, by a start that nobody waited for, is
   * closed immediately.
   */
  async add(close: () => unknown): Promise<void> {
    if (this.isOver) await close();
    else this.steps.push(close);
  }

  /** @throws whatever could not be closed, after closing everything else */
  async run(): Promise<void> {
    this.isOver = true;
    const failures: unknown[] = [];
    for (const close of this.steps.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
  }
}
