import { sql } from 'kysely';
import type { Transaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { transitions } from '../lead/leads.rules.ts';
import { expireChanges } from './lead-changes.ts';

/** A lead whose time to answer has run out. */
export interface ExpiredLead {
  readonly organization_id: string;
  readonly id: string;
}

/**
 * Records that these leads expired, each at its own deadline, with their events. The caller has locked them, and they
 * are due.
 * @returns the ids of the events, in the order of the leads
 */
export async function unscopedExpireLeads(
  tx: Transaction,
  leads: readonly ExpiredLead[],
  now: Date,
): Promise<string[]> {
  const owners = leads.map((lead) => lead.organization_id);
  const ids = leads.map(({ id }) => id);
  const eventIds = leads.map(() => newId());
  const { from, to } = transitions.expire;
  await sql`
    select write_expired_leads(${owners}::uuid[], ${ids}::uuid[], ${eventIds}::uuid[], ${now}, ${[...from]}::text[],
                               ${to}, ${JSON.stringify(expireChanges)}::jsonb)`.execute(tx);
  return eventIds;
}
