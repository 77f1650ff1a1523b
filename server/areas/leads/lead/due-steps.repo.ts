import type { Transaction } from '../../../platform/database/database.ts';
import { type LeadScope, visibleTo } from './lead-scope.sql.ts';
import { customerColumns } from './shown-customer.ts';

/** How many steps are judged whether they are due; a person with more has other worries. */
export const mostJudgedSteps = 200;

/**
 * Next steps up to a day that are for the person: of leads that they own; of leads without an owner, those of their
 * teams; where there is neither, those that they planned. The longest due first (WS-16).
 */
export function listOwnSteps(
  tx: Transaction,
  scope: LeadScope & { readonly personId: string },
  upTo: string,
) {
  const { organizationId, personId, now } = scope;
  return (
    tx
      .selectFrom('lead')
      .select([
        ...customerColumns,
        'lead.offer_title',
        'lead.next_step',
        'lead.next_step_day',
        'lead.next_step_at',
      ])
      .where(visibleTo(scope))
      .where('lead.next_step_day', '<=', upTo)
      // Closed leads have no next step; overdue ones may not have been written down yet (LC-4).
      .where((eb) =>
        eb.or([
          eb('lead.status', 'is distinct from', 'Received'),
          eb('lead.expires_at', 'is', null),
          eb('lead.expires_at', '>', now),
        ]),
      )
      .where((eb) => {
        const team = eb
          .selectFrom('lead_team_member as mate')
          .select('mate.person_id')
          .whereRef('mate.lead_id', '=', 'lead.id')
          .where('mate.organization_id', '=', organizationId);
        return eb.or([
          eb('lead.assigned_to', '=', personId),
          eb.and([
            eb('lead.assigned_to', 'is', null),
            eb.or([
              eb.exists(team.where('mate.person_id', '=', personId)),
              eb.and([eb('lead.next_step_by', '=', personId), eb.not(eb.exists(team))]),
            ]),
          ]),
        ]);
      })
      .orderBy('lead.next_step_day')
      .orderBy('lead.next_step_at', (order) => order.asc().nullsLast())
      .orderBy('lead.id')
      .limit(mostJudgedSteps)
      .execute()
  );
}

export type OwnStepRow = Awaited<ReturnType<typeof listOwnSteps>>[number];
