/**
 * Shares leads among people, one by one against the load as it changes: each goes to the person with the fewest, so that
 * a batch never goes to one of them as a whole (W-7).
 */
export class Sharing {
  private readonly loads: Map<string, number>;

  /** @param loads how many leads each person has now; missing: none */
  constructor(loads: ReadonlyMap<string, number>) {
    this.loads = new Map(loads);
  }

  /**
   * Chooses the new owner of a lead, and counts it for them. Of those with equally few, it is the present owner, or else
   * the first.
   * @param people who can own it, at least one
   */
  give(people: readonly [string, ...string[]], presentOwner: string | null): string {
    if (presentOwner !== null) this.add(presentOwner, -1);
    let [chosen] = people;
    for (const person of people) {
      const difference = this.of(person) - this.of(chosen);
      if (difference < 0 || (difference === 0 && person === presentOwner)) chosen = person;
    }
    this.add(chosen, 1);
    return chosen;
  }

  private of(person: string): number {
    return this.loads.get(person) ?? 0;
  }

  private add(person: string, count: number): void {
    this.loads.set(person, this.of(person) + count);
  }
}
