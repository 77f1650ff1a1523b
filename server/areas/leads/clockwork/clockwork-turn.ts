/** Whose turn it is: each organization is served once before one of them is served twice, however much waits for it. */
export class Turn {
  private waiting: readonly string[];

  /** @param organizationIds who has something to do, who comes first in front */
  constructor(organizationIds: readonly string[]) {
    this.waiting = organizationIds;
  }

  /** Who is next; nobody when all are served. */
  get next(): string | undefined {
    return this.waiting[0];
  }

  /** The first so many. */
  front(count: number): readonly string[] {
    return this.waiting.slice(0, count);
  }

  /**
   * The first so many were served, in order.
   * @param unfinished the organization whose leads filled the batch: it may have more, and waits again behind the others;
   * those behind it were not served and keep their places. Left out, all were served.
   */
  noteServed(count: number, unfinished: string | undefined): void {
    const place = unfinished === undefined ? -1 : this.waiting.indexOf(unfinished);
    const rest = this.waiting.slice(place < 0 ? count : place + 1);
    this.waiting = unfinished === undefined || place < 0 ? rest : [...rest, unfinished];
  }
}
