import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '../../../platform/database/database.ts';
import type { LeadScope } from './lead-scope.sql.ts';

/** True for the leads that the person marked (WS-1); programs have no favorites. */
export function isFavorite(eb: ExpressionBuilder<DB, 'lead'>, scope: LeadScope) {
  return eb.exists(
    eb
      .selectFrom('lead_favorite as mark')
      .select(sql`1`.as('one'))
      .where('mark.organization_id', '=', scope.organizationId)
      .where('mark.person_id', '=', scope.personId)
      .whereRef('mark.lead_id', '=', 'lead.id'),
  );
}
