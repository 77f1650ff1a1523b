import { addressKeyBesideTyped } from '../../../engines/contact-verifier/index.ts';
import type { LeadColumnsRow, PlannedChange } from '../../leads/index.ts';
import type { FormerLead } from '../records/import-rows.repo.ts';

/** What a change replaces, so that it can be taken back. */
export function formerOf(row: LeadColumnsRow, { columns = {}, changes }: PlannedChange): FormerLead {
  // A change writes columns of a lead.
  const names = Object.keys(columns) as (keyof LeadColumnsRow | 'email_read')[];
  const values = names.map((name) => [
    name,
    name === 'email_read' ? addressKeyBesideTyped(row.contact_email) : row[name],
  ]);
  return {
    columns: Object.fromEntries(values),
    changes: changes.map(({ field, before, after }) => ({ field, before: after, after: before })),
  };
}

/** The change that brings back what an import replaced. */
export function planRestoring({ columns, changes }: FormerLead, note: string): PlannedChange {
  return { columns: columns as NonNullable<PlannedChange['columns']>, type: 'lead.edited', changes, note };
}
