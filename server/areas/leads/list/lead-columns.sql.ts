import { type RawBuilder, sql } from 'kysely';
import type { LeadFieldName } from '../../../../contract/leads/lead-fields.ts';
import type { Lead } from '../../../../db/types.ts';

/** `callToAction` as `call_to_action`. */
type ColumnName<Name extends string> = Name extends `${infer Sign}${infer Rest}`
  ? `${Sign extends Lowercase<Sign> ? Sign : `_${Lowercase<Sign>}`}${ColumnName<Rest>}`
  : '';
type CalledAlike = {
  [Name in LeadFieldName]: ColumnName<Name> extends keyof Lead ? Name : never;
}[LeadFieldName];

/** The columns of fields whose column has another name; for fields with several columns, the most telling one. */
const calledOtherwise: Readonly<Record<Exclude<LeadFieldName, CalledAlike>, string>> = {
  createdAt: 'lead.received_at',
  contactWithheld: 'lead.contact_allowed',
  location: 'lead.location_id',
  dealValue: 'lead.deal_value_minor',
  finalValue: 'lead.final_value_minor',
  withoutAnswer: 'lead.expiry_sort',
  hot: 'lead.hot_until',
};
const others: Readonly<Partial<Record<LeadFieldName, string>>> = calledOtherwise;

/** The column of a field, as it is stored: an expired lead may still be stored as received. */
export function storedColumn(field: LeadFieldName): RawBuilder<string | null> {
  const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return sql.ref<string | null>(others[field] ?? `lead.${column}`);
}
