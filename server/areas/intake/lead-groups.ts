import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewLead } from '../leads/index.ts';

/** The most leads that one statement stores. */
const mostPerGroup = 64;

interface Waiting {
  readonly lead: NewLead;
  readonly resolve: (stored: boolean) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Stores leads that arrive at the same moment together, so that a burst shares the cost of each transaction (a plan, a
 * flush to disk, a wake-up of the workers). No lead waits for others: one that arrives while nothing is being stored
 * for the same organizations is stored immediately, and those that arrive meanwhile follow together.
 */
export class LeadGroups {
  /** Those waiting for a writer, by what one statement can store; a key exists while its writer works. */
  private readonly waiting = new Map<string, Waiting[]>();

  /** @param storeTogether stores leads by one statement, all or nothing @see LeadChanges.receive */
  constructor(
    private readonly storeTogether: (leads: readonly [NewLead, ...NewLead[]]) => Promise<Set<string>>,
  ) {}

  /**
   * Stores a lead with its receipt, first event and jobs, all or nothing, durable when this returns.
   * @returns false, with nothing stored, when the request was taken before
   */
  store(lead: NewLead): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const key = groupKey(lead);
      const entry = { lead, resolve, reject };
      const waiting = this.waiting.get(key);
      if (waiting) {
        waiting.push(entry);
      } else {
        this.waiting.set(key, [entry]);
        void this.write(key);
      }
    });
  }

  private async write(key: string): Promise<void> {
    // Requests read from their sockets in the same turn of the event loop join the same group.
    await nextTurn();
    for (;;) {
      const { group, later } = nextGroup(this.waiting.get(key) ?? []);
      if (!group) break;
      this.waiting.set(key, later);
      await this.storeGroup(group);
    }
    this.waiting.delete(key);
  }

  private async storeGroup(group: readonly [Waiting, ...Waiting[]]): Promise<void> {
    try {
      const [first, ...others] = group;
      const stored = await this.storeTogether([first.lead, ...others.map(({ lead }) => lead)]);
      for (const { lead, resolve } of group) resolve(stored.has(lead.lead.id));
    } catch (error) {
      if (group.length > 1 && wasRefused(error)) {
        for (const entry of group) await this.storeGroup([entry]);
      } else {
        for (const { reject } of group) reject(error);
      }
    }
  }
}

/** Those that have waited longest; of those with the same receipt only the first, as the others must see it stored. */
function nextGroup(waiting: readonly Waiting[]): { group?: [Waiting, ...Waiting[]]; later: Waiting[] } {
  const receipts = new Set<string>();
  const group: Waiting[] = [];
  const later: Waiting[] = [];
  for (const entry of waiting) {
    const receipt = entry.lead.receipt?.key.toString('hex');
    if (group.length === mostPerGroup || (receipt && receipts.has(receipt))) later.push(entry);
    else {
      group.push(entry);
      if (receipt) receipts.add(receipt);
    }
  }
  const [first, ...others] = group;
  return first ? { group: [first, ...others], later } : { later };
}

/** What one statement can store: leads of one organization, with receipts of one organization and door. */
function groupKey({ lead, receipt }: NewLead): string {
  return `${lead.organization_id} ${receipt?.organizationId} ${receipt?.door} ${receipt?.forgottenBefore === null}`;
}

/**
 * True when the database refused a value: nothing was stored, and the others can be tried without it. After a lost
 * connection nobody knows, so nothing is tried again.
 */
function wasRefused(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23)/.test(code);
}
