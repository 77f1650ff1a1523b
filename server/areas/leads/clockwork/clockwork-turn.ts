/**
 * Decides whose turn it is: each organization is served once before any is served twice, however much it has waiting.
 */
export class Turn {
  private waiting: readonly string[];

  /** @param organizationIds those with something to do, first come first */
  constructor(organizationIds: readonly string[]) {
    this.waiting = organizationIds;
  }

  /** Who is next; undefined when all have been served. */
  get next(): string | undefined {
    return this.waiting[0];
  }

  /** The next `count`. */
  front(count: number): readonly string[] {
    return this.waiting.slice(0, count);
  }

  /**
   * Notes that the first `count` were served, in order.
   * @param unfinished the organization whose leads filled the batch: it may have more, and waits again behind the
   * others; those after it were not served and keep their places. If omitted, all were served.
   */
  noteServed(count: number, unfinished: string | undefined): void {
    const place = unfinished === undefined ? -1 : this.waiting.indexOf(unfinished);
    const rest = this.waiting.slice(place < 0 ? count : place + 1);
    this.waiting = unfinished === undefined || place < 0 ? rest : [...rest, unfinished];
  }
}
