import type { LiveChange } from '../../../api/live.ts';

/** After many changes, the next ones are gathered for as long as this: a bulk action changes thousands of leads. */
const restMs = 1500;
const many = 25;

type Follow = (change: LiveChange) => Promise<void>;

/**
 * Follows changes one after the other. Those that come while one is being followed are followed together, so that a
 * thousand changes ask the server a few times, not a thousand.
 */
export class OneAtATime {
  private waiting: { change: LiveChange; follow: Follow } | undefined;
  private isBusy = false;

  constructor(private readonly rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))) {}

  /** A failure of `follow` is nobody's concern: the next change, or the next look at the list, makes up for it. */
  add(change: LiveChange, follow: Follow): void {
    const before = this.waiting?.change;
    this.waiting = { change: before ? together(before, change) : change, follow };
    if (!this.isBusy) void this.work();
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    while (this.waiting) {
      const { change, follow } = this.waiting;
      this.waiting = undefined;
      await follow(change).catch(() => {});
      if (change.missed || change.leadIds.length > many) await this.rest(restMs);
    }
    this.isBusy = false;
  }
}

function together(one: LiveChange, other: LiveChange): LiveChange {
  return {
    leadIds: [...new Set([...one.leadIds, ...other.leadIds])],
    missed: one.missed || other.missed,
  };
}
