import { type Expression, type SqlBool, sql } from 'kysely';

/**
 * True for leads of the operator that nobody sent on or threw out (IN-4): overdue ones are not lost, and informational
 * ones have no status, yet can be sent on.
 */
export const isUnrouted = (): Expression<SqlBool> =>
  sql<SqlBool>`(lead.status is null or lead.status = 'Received')`;
