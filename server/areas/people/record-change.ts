import type { Transaction } from '../../platform/database/database.ts';
import { recordAccess } from '../audit/index.ts';
import type { PersonActor } from '../identity/index.ts';

/** Records in the access log that somebody changed who belongs to their organization, or may (ID-7). */
export function recordPeopleChange(
  tx: Transaction,
  actor: PersonActor,
  { detail, facts }: { readonly detail: string; readonly facts: Readonly<Record<string, unknown>> },
  at: Date,
): Promise<void> {
  return recordAccess(tx, actor, { action: 'people.change', leadIds: [], detail, facts, at });
}
