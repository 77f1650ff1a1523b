import type { Transaction } from '../../../platform/database/database.ts';
import { recordAccess } from '../../audit/index.ts';
import type { Actor } from '../../identity/index.ts';
import { factsOf, type LeadRow } from './lead-row.ts';
import { contactWithheld } from './leads.rules.ts';

/** What the name of a lead's customer depends on. */
export const customerColumns = [
  'lead.id',
  'lead.status',
  'lead.expires_at',
  'lead.available_until',
  'lead.contact_allowed',
  'lead.customer_name',
  'lead.contact_first_name',
  'lead.contact_last_name',
] as const;

type CustomerColumn = (typeof customerColumns)[number] extends `lead.${infer Name}` ? Name : never;

/** The row of a lead as far as its customer is called by it. */
export type CustomerRow = Pick<LeadRow, CustomerColumn>;

/** What a customer is called: the company, or else the contact; null when neither was given or may be shown (IN-6). */
export function customerShown(row: CustomerRow, now: Date): string | null {
  return row.customer_name ?? contactInPlace(row, now) ?? null;
}

/**
 * Records, in one entry, the leads whose contact was read as the customer's name (ID-7). Without such leads it records
 * nothing.
 */
export async function recordContactsInPlace(
  tx: Transaction,
  actor: Actor,
  rows: readonly CustomerRow[],
  at: Date,
): Promise<void> {
  const named = rows.filter((row) => contactInPlace(row, at) !== undefined);
  const leadIds = [...new Set(named.map(({ id }) => id))];
  if (leadIds.length > 0) await recordAccess(tx, actor, { action: 'lead.list', leadIds, at });
}

/** The contact's name where no company was given; undefined where it may not be shown (LC-4, IN-6). */
function contactInPlace(row: CustomerRow, now: Date): string | undefined {
  if (row.customer_name !== null || contactWithheld(factsOf(row), now) !== null) return undefined;
  const name = [row.contact_first_name, row.contact_last_name].filter((part) => part !== null).join(' ');
  return name === '' ? undefined : name;
}
