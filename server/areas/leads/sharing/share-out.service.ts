import { DateTime } from 'luxon';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { tryEach } from '../../../platform/try-each.ts';
import { findWorkingDay, listAbsences } from '../../working-time/index.ts';
import type { LeadChanges, LeadInBatch } from '../change/change-lead.ts';
import { leadlight } from '../change/lead-events.ts';
import { planAssignment } from '../change/plan-assignment.ts';
import { factsOf } from '../lead/lead-row.ts';
import { wholeOrganization } from '../lead/lead-scope.sql.ts';
import { stateAt } from '../lead/leads.rules.ts';
import { findPossibleOwners } from '../owners.ts';
import { GivingByRule, ruleFor } from './give-by-rule.rules.ts';
import { countOwned } from './owned-leads.repo.ts';
import * as repo from './sharing.repo.ts';

/** The most leads in one transaction. */
const batchSize = 200;
/** The most waiting leads that are tried again at a time; the others wait for these. */
const mostTried = 1000;

/** Gives leads to people by the rules of their organization, and remembers those that wait (WT-1). */
export class ShareOutService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
  ) {}

  /** Gives each lead that needs an owner and has none to somebody. Safe to run twice, and with others at once. */
  async shareOut(organizationId: string, leadIds: readonly string[]): Promise<void> {
    for (let from = 0; from < leadIds.length; from += batchSize) {
      const batch = leadIds.slice(from, from + batchSize);
      await inOrganization(this.db, { organizationId }, (tx) => this.shareBatch(tx, organizationId, batch));
    }
  }

  /** Tries again with the leads of an organization that wait, the longest waiting first. */
  async shareOutWaitingOf(organizationId: string): Promise<void> {
    const leadIds = await inOrganization(this.db, { organizationId }, (tx) =>
      repo.listWaitingIds(tx, organizationId, mostTried),
    );
    await this.shareOut(organizationId, leadIds);
  }

  /** Tries again with all leads that wait; one organization that fails holds up no other. */
  async shareOutWaiting(): Promise<void> {
    const organizationIds = await repo.unscopedListOrganizationsWithWaiting(this.db);
    await tryEach(organizationIds, (id) => this.shareOutWaitingOf(id), 'leads that wait could not be given');
  }

  private async shareBatch(
    tx: Transaction,
    organizationId: string,
    leadIds: readonly string[],
  ): Promise<void> {
    await repo.lockSharing(tx, organizationId);
    const now = this.clock.now();
    const day = await findWorkingDay(tx, organizationId, now);
    const week = weekOf(day);
    const rules = await repo.listRules(tx, organizationId, week);
    if (rules.length === 0) return;
    const giving = await findGiving(tx, organizationId, { rules, day, now });
    const hindered: repo.Hindered[] = [];
    await this.changes.changeAll<'not-needed'>(tx, {
      scope: wholeOrganization(organizationId, now),
      by: leadlight,
      leadIds,
      refuse: (lead) => (needsOwner(lead) ? undefined : 'not-needed'),
      plan: ({ row }) => {
        const rule = ruleFor(rules, row);
        if (rule === undefined) return undefined;
        const gift = giving.give(rule, row);
        if ('hindrance' in gift) {
          hindered.push({ leadId: row.id, ruleId: rule.id, reason: gift.hindrance });
          return undefined;
        }
        const assignment = planAssignment(row, gift.personId);
        return assignment && { ...assignment, note: rule.name };
      },
    });
    await repo.writeGiven(tx, organizationId, giving.changes(), week);
    await repo.writeWaiting(tx, organizationId, leadIds, { hindered, now });
  }
}

/** The Monday of the week of a day. */
export function weekOf(day: string): string {
  return DateTime.fromISO(day, { zone: 'UTC' }).startOf('week').toFormat('yyyy-MM-dd');
}

/** Somebody has to answer it, and nobody owns it yet. Tests are given to nobody. */
function needsOwner({ row, now }: LeadInBatch): boolean {
  return row.assigned_to === null && !row.is_test && stateAt(factsOf(row), now) === 'Received';
}

async function findGiving(
  tx: Transaction,
  organizationId: string,
  { rules, day, now }: { readonly rules: readonly repo.KeptRule[]; readonly day: string; readonly now: Date },
): Promise<GivingByRule> {
  const absences = await listAbsences(tx, organizationId, day);
  const counted = rules
    .filter(({ method, paused }) => method === 'fewest-open' && !paused)
    .flatMap(({ people }) => people.map(({ personId }) => personId));
  return new GivingByRule({
    canOwn: await findPossibleOwners(tx, organizationId),
    away: new Set(absences.filter(({ from }) => from <= day).map(({ personId }) => personId)),
    loads:
      counted.length > 0
        ? await countOwned(tx, organizationId, [...new Set(counted)], now)
        : new Map<string, number>(),
  });
}
