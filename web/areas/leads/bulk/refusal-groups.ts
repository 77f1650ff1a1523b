import type { BulkRefusalEntry } from '../../../../contract/leads/bulk.ts';
import type { BulkRefusal } from '../../../../contract/leads/lists.ts';

/** Leads that were left alone for the same reason. */
interface RefusalGroup {
  readonly reason: BulkRefusal;
  readonly message: string;
  readonly leads: BulkRefusalEntry[];
}

/** The leads that were left alone by reason, the most frequent first. */
export function groupRefusals(entries: readonly BulkRefusalEntry[]): RefusalGroup[] {
  const groups = new Map<BulkRefusal, RefusalGroup>();
  for (const entry of entries) {
    const { reason, message } = entry;
    const group = groups.get(reason) ?? { reason, message, leads: [] };
    group.leads.push(entry);
    groups.set(reason, group);
  }
  return [...groups.values()].sort((one, other) => other.leads.length - one.leads.length);
}
