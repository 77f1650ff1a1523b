import type { LaneSettings } from './lanes.ts';

/**
 * Decides which organizations' jobs a lane skips for now, so that an organization with a thousand jobs delays no
 * other's single one: none has more than its share of the seats, and after its turn the others come first. When only
 * organizations that had their turn have jobs, all turns start over, so no seat stays empty. Jobs are picked one at a
 * time: two seats picking at the same time would both take the last place in a share.
 */
export class FairShare {
  private readonly running = new Map<string, number>();
  private readonly turns = new Map<string, number>();
  private picking: Promise<void> = Promise.resolve();
  private picked: () => void = () => undefined;

  constructor(private readonly limits: Pick<LaneSettings, 'share' | 'turn'>) {}

  /** Resolves, once it is this seat's turn to pick, with the organizations to skip. */
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

  /** A job was found; its organization, if it has one. */
  endPick(owner: string | undefined): void {
    if (owner !== undefined) {
      this.running.set(owner, (this.running.get(owner) ?? 0) + 1);
      this.turns.set(owner, (this.turns.get(owner) ?? 0) + 1);
    }
    this.picked();
  }

  /** No job was found. @returns true when it is worth looking again: all turns have started over */
  endEmptyPick(): boolean {
    const passedOver = [...this.turns.values()].some((count) => count >= this.limits.turn);
    this.turns.clear();
    this.picked();
    return passedOver;
  }

  /** A job that was picked has finished. */
  leave(owner: string | undefined): void {
    if (owner === undefined) return;
    const left = (this.running.get(owner) ?? 1) - 1;
    if (left > 0) this.running.set(owner, left);
    else this.running.delete(owner);
  }
}
