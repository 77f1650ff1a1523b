import { type Expression, type RawBuilder, sql } from 'kysely';

/**
 * The sum of whole numbers, 0 where there are none; it ends where numbers are no longer exact, far above what anybody
 * sells.
 */
export function exactSum(value: Expression<number | null>): RawBuilder<number> {
  return sql<number>`least(coalesce(sum(${value}), 0), ${Number.MAX_SAFE_INTEGER}::bigint)::bigint`;
}
