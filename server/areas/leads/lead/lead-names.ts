import type { Transaction } from '../../../platform/database/database.ts';
import { type Actor, hasPermission } from '../../identity/index.ts';
import { leadScopeOf } from './lead-scope.sql.ts';
import { listCustomerNames, listVisibleIds } from './leads.repo.ts';

/** A lead as the access log shows it. */
export interface NamedLead {
  readonly customerName: string | null;
  /** Whether the reader of the log may open it. */
  readonly mayOpen: boolean;
}

/**
 * The leads with their customers, for anyone who may read the log: an account admin reads it without seeing leads
 * (ID-7).
 */
export async function nameLeads(
  tx: Transaction,
  actor: Actor,
  leadIds: readonly string[],
  now: Date,
): Promise<Map<string, NamedLead>> {
  if (leadIds.length === 0) return new Map();
  const names = await listCustomerNames(tx, actor.organizationId, leadIds);
  const openable = hasPermission(actor, 'readLeads')
    ? new Set(await listVisibleIds(tx, leadScopeOf(actor, now), leadIds))
    : new Set<string>();
  return new Map([...names].map(([id, customerName]) => [id, { customerName, mayOpen: openable.has(id) }]));
}
