import { type RawBuilder, sql } from 'kysely';

/**
 * The key by which a column of names sorts as people read them (WS-4), for `orderBy`: the folded name, then the name
 * itself, in the collation C, whose order never changes. Names of leads' customers have it stored; see
 * `lead_lookup.customer_order`. `compareNames` orders in the same way.
 */
export function asRead(column: string): RawBuilder<string> {
  const name = sql.ref(column);
  return sql<string>`(fold_text(${name}) || e'\\x01' || ${name}) collate "C"`;
}
