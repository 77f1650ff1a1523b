import { sql } from 'kysely';
import type { Db, Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from '../lead/lead-scope.sql.ts';

/**
 * The leads that somebody holds and that need somebody (isAssignable), as far as the scope sees them: those they own,
 * and deals of their teams that nobody owns (WT-2).
 */
export function selectHeld(tx: Db | Transaction, scope: LeadScope, personId: string) {
  return tx.selectFrom('lead').where((eb) => {
    const owned = eb
      .selectFrom('lead as owned')
      .select('owned.id')
      .where('owned.organization_id', '=', scope.organizationId)
      .where('owned.assigned_to', '=', personId);
    const inTeam = eb
      .selectFrom('lead_team_member as mate')
      .innerJoin('lead as deal', (join) =>
        join.onRef('deal.organization_id', '=', 'mate.organization_id').onRef('deal.id', '=', 'mate.lead_id'),
      )
      .select('deal.id')
      .where('mate.organization_id', '=', scope.organizationId)
      .where('mate.person_id', '=', personId)
      .where('deal.assigned_to', 'is', null);
    return eb.and([
      visibleTo(scope)(eb),
      eb('lead.id', 'in', owned.unionAll(inTeam)),
      needsSomebody(scope.now),
    ]);
  });
}

/** Whether a lead needs somebody, as SQL: the same as isAssignable says of one. */
export function needsSomebody(now: Date) {
  return sql<boolean>`(lead.status = 'Accepted' or (lead.status = 'Received' and lead.expires_at > ${now})
                       or (lead.status is null and (lead.available_until is null or lead.available_until > ${now})))`;
}
