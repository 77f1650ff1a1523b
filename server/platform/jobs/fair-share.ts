import type { LaneSettings } from './lanes.ts';

/**
 * Whose jobs a lane leaves where they are for now, so that an organization with a thousand jobs delays nobody else's
 * one: none has more than its share of the seats, and after its turn the others come first. When only those have jobs
 * who had their turn, all turns begin again, so no seat stays empty. Jobs are picked one at a time: two seats that
 * pick at once would both take the share of one.
 */
export class FairShare {
  private readonly running = new Map<string, number>();
  private readonly turns = new Map<string, number>();
  private picking: Promise<void> = Promise.resolve();
  private picked: () => void = () => undefined;

  constructor(private readonly limits: Pick<LaneSettings, 'share' | 'turn'>) {}

  /** Resolves, once it is this seat's turn to pick, with the organizations that it passes over. */
  async beginPick(): Promise<string[]> {
    const before = this.picking;
    let picked: () => void = () => undefined;
    this.picking = new Promise((resolve) => {
      picked = resolve;
    });
    await before;
    this.picked = picked;
    const { share, turn } = this.limits;
    return [
      ...new Set([
        ...[...this.running].filter(([, count]) => count >= share).map(([owner]) => owner),
        ...[...this.turns].filter(([, count]) => count >= turn).map(([owner]) => owner),
      ]),
    ];
  }

  /** A job was found; whose it is, if anybody's. */
  endPick(owner: string | undefined): void {
    if (owner !== undefined) {
      this.running.set(owner, (this.running.get(owner) ?? 0) + 1);
      this.turns.set(owner, (this.turns.get(owner) ?? 0) + 1);
    }
    this.picked();
  }

  /** Nothing was found. @returns true when it is worth looking again: all turns have begun again */
  endEmptyPick(): boolean {
    const passedOver = [...this.turns.values()].some((count) => count >= this.limits.turn);
    this.turns.clear();
    this.picked();
    return passedOver;
  }

  /** A job that was picked has ended. */
  leave(owner: string | undefined): void {
    if (owner === undefined) return;
    const left = (this.running.get(owner) ?? 1) - 1;
    if (left > 0) this.running.set(owner, left);
    else this.running.delete(owner);
  }
}
