import type { BulkRefusal, LeadAction, LeadState } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { hasPermission, type PersonActor } from '../../identity/index.ts';
import type { BatchOutcome, LeadChanges, LeadInBatch } from '../change/change-lead.ts';
import { type PlannedChange, planAcceptance, planDecline, planErrorClosure } from '../change/lead-changes.ts';
import { planAssignment, withOwner } from '../change/plan-assignment.ts';
import type { LeadChecksService } from '../contact-checks/lead-checks.service.ts';
import { addFavorites, removeFavorites } from '../lead/favorites.repo.ts';
import { factsOf } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { allowedActions, mayDo } from '../lead/leads.policy.ts';
import { listVisibleIds } from '../lead/leads.repo.ts';
import { stateAt } from '../lead/leads.rules.ts';
import { losesSight, seesAsOwnerOnly } from '../lead/whose-lead.rules.ts';
import { ownerAfterAcceptance } from '../owners.ts';
import { findStranger } from '../teams.ts';
import {
  type BulkDetails,
  type ChangingDetails,
  changesLeads,
  type DetailsOf,
  nameDeal,
} from './bulk.rules.ts';
import { type BulkLeadRow, type BulkResult, changedSince } from './bulk-leads.repo.ts';
import { findOwnersOfBatch } from './owners-of-batch.ts';

/** Leads of a bulk action whose turn has come, and in whose name they are worked now. */
export interface Batch {
  readonly tx: Transaction;
  readonly actor: PersonActor;
  readonly scope: LeadScope;
  readonly details: BulkDetails;
  /** Whether it takes back what an earlier one did. */
  readonly undoing: boolean;
  readonly leads: readonly BulkLeadRow[];
}

interface Refused {
  readonly reason: BulkRefusal;
  readonly leadState?: LeadState | 'informational';
}

/** Does the same to each lead of a batch, in the caller's transaction. */
export class BatchDoer {
  constructor(
    private readonly changes: LeadChanges,
    private readonly checks: LeadChecksService,
  ) {}

  /** @returns what became of each lead, in their order */
  async do(batch: Batch): Promise<BulkResult[]> {
    // What the person could not see when they ordered it was not meant.
    const unseen = batch.leads.filter(({ version }) => version === null);
    const seen = { ...batch, leads: batch.leads.filter(({ version }) => version !== null) };
    const results = [...refuseAll(unseen, 'not-found'), ...(await this.doSeen(seen))];
    return results.sort((one, other) => one.place - other.place);
  }

  private async doSeen(batch: Batch): Promise<BulkResult[]> {
    const { details, leads } = batch;
    if (changesLeads(details)) return this.change(batch, details);
    const changed = leads.filter(({ version }) => version === changedSince);
    const same = { ...batch, leads: leads.filter(({ version }) => version !== changedSince) };
    const done =
      details.action === 'report-spam' ? this.reportSpam(same) : markFavorites(same, details.action);
    return [...refuseAll(changed, 'changed'), ...(await done)];
  }

  private async change(batch: Batch, details: ChangingDetails): Promise<BulkResult[]> {
    const { tx, actor, scope, leads } = batch;
    const { action } = details;
    if (!mayDo(actor, action)) return refuseAll(leads, 'not-allowed');
    // They worked leads when it was ordered.
    if (
      details.action === 'accept' &&
      (await findStranger(tx, actor.organizationId, details.teamMemberIds)) !== undefined
    )
      return refuseAll(leads, 'person-left');
    const planner = await plannerOf(batch, details);
    const byId = new Map(leads.map((one) => [one.lead_id, one]));
    const formerOwners = new Map<string, string | null>();
    const outcomes = await this.changes.changeAll<Refused>(tx, {
      scope,
      by: actor,
      leadIds: leads.map(({ lead_id }) => lead_id),
      refuse: (lead) => {
        const one = byId.get(lead.row.id);
        return one && (refusalOf(actor, action, lead, one.version) ?? planner.refuse?.(lead, one));
      },
      plan: (lead) => {
        const one = byId.get(lead.row.id);
        if (details.action === 'assign') formerOwners.set(lead.row.id, lead.row.assigned_to);
        return one && planner.plan(lead, one);
      },
    });
    if (details.action === 'decline') {
      const declined = [...outcomes].flatMap(([id, { kind }]) => (kind === 'changed' ? [id] : []));
      await this.checks.reportDeclined(tx, actor, scope, { leadIds: declined, reason: details.reason });
    }
    return leads.map(({ place, lead_id }) =>
      resultOf(place, outcomes.get(lead_id), formerOwners.get(lead_id) ?? null),
    );
  }

  private async reportSpam({ tx, actor, scope, leads }: Batch): Promise<BulkResult[]> {
    if (!hasPermission(actor, 'reportSpam')) return refuseAll(leads, 'not-allowed');
    const ids = leads.map(({ lead_id }) => lead_id);
    const outcomes = await this.checks.reportAll(tx, actor, scope, ids);
    return leads.map(({ place, lead_id }) => {
      const outcome = outcomes.get(lead_id);
      if (outcome === undefined) return refused(place, { reason: 'not-found' });
      if (outcome === 'not-possible') return refused(place, { reason: 'nothing-to-report' });
      return { place, outcome: outcome === 'reported' ? 'done' : 'unchanged' };
    });
  }
}

/** Leaves all of these leads alone, for one reason. */
export function refuseAll(leads: readonly BulkLeadRow[], reason: BulkRefusal): BulkResult[] {
  return leads.map(({ place }) => refused(place, { reason }));
}

function refused(place: number, refusal: Refused): BulkResult {
  return { place, outcome: 'refused', ...refusal };
}

function resultOf(
  place: number,
  outcome: BatchOutcome<Refused> | undefined,
  formerOwnerId: string | null,
): BulkResult {
  switch (outcome?.kind) {
    case 'changed':
      return { place, outcome: 'done', newVersion: outcome.version, formerOwnerId };
    case 'unchanged':
      return { place, outcome: 'unchanged' };
    case 'refused':
      return refused(place, outcome.refusal);
    case 'not-found':
    case undefined:
      return refused(place, { reason: 'not-found' });
  }
}

/** The state tells before the version: what was answered is no longer open, whoever changed it. */
function refusalOf(
  actor: PersonActor,
  action: LeadAction,
  { row, now }: LeadInBatch,
  version: number | null,
): Refused | undefined {
  const facts = factsOf(row);
  if (!allowedActions(actor, facts, now).includes(action))
    return { reason: 'not-possible', leadState: stateAt(facts, now) ?? 'informational' };
  return row.version === version ? undefined : { reason: 'changed' };
}

/** How each lead of a batch changes, or why not, beyond what its state and version say. */
interface Planner {
  readonly refuse?: (lead: LeadInBatch, one: BulkLeadRow) => Refused | undefined;
  readonly plan: (lead: LeadInBatch, one: BulkLeadRow) => PlannedChange | undefined;
}

async function plannerOf(batch: Batch, details: ChangingDetails): Promise<Planner> {
  switch (details.action) {
    case 'accept':
      return acceptanceOf(batch, details);
    case 'decline':
      return { plan: ({ row, now }) => planDecline(row, details, now) };
    case 'close-as-error':
      return {
        plan: ({ row, now }) => planErrorClosure(row, { ...details, duplicateOfLeadId: null }, now),
      };
    case 'assign':
      return assignmentOf(batch, details);
  }
}

async function acceptanceOf(batch: Batch, details: DetailsOf<'accept'>): Promise<Planner> {
  const { actor, scope } = batch;
  const { canOwn } = await findOwnersOfBatch(batch, []);
  const { action, dealName, ...deal } = details;
  return {
    refuse: ({ row }) =>
      losesSight(scope, row, deal.teamMemberIds) ? { reason: 'out-of-sight' } : undefined,
    plan: ({ row, team, now }, { place }) => {
      const name = nameDeal(dealName, {
        customer: row.customer_name,
        offer: row.offer_title,
        number: place,
      });
      const acceptance = planAcceptance(
        row,
        team,
        { ...deal, dealName: name, crmId: null, employees: [] },
        now,
      );
      return withOwner(acceptance, row, ownerAfterAcceptance(row, actor.personId, canOwn));
    },
  };
}

/** Whoever sees a lead only as its owner can give it to nobody but themselves. */
async function assignmentOf(batch: Batch, { personIds }: DetailsOf<'assign'>): Promise<Planner> {
  const { actor, scope, undoing } = batch;
  const { canOwn, sharing } = await findOwnersOfBatch(batch, personIds ?? []);
  const wantedFor = (one: BulkLeadRow): readonly string[] | null => {
    if (!undoing) return personIds;
    return one.wanted_owner_id === null ? null : [one.wanted_owner_id];
  };
  const candidates = (lead: LeadInBatch, wanted: readonly string[]) => {
    const able = wanted.filter((personId) => canOwn(personId, lead.row));
    return seesAsOwnerOnly(scope, lead.row, lead.team)
      ? able.filter((personId) => personId === actor.personId)
      : able;
  };
  return {
    refuse: (lead, one) => {
      const wanted = wantedFor(one);
      if (wanted === null)
        return seesAsOwnerOnly(scope, lead.row, lead.team) ? { reason: 'out-of-sight' } : undefined;
      if (candidates(lead, wanted).length > 0) return undefined;
      return { reason: seesAsOwnerOnly(scope, lead.row, lead.team) ? 'out-of-sight' : 'no-owner' };
    },
    plan: (lead, one) => {
      const wanted = wantedFor(one);
      const [first, ...others] = wanted === null ? [] : candidates(lead, wanted);
      if (first === undefined) return planAssignment(lead.row, null);
      return planAssignment(lead.row, sharing.give([first, ...others], lead.row.assigned_to));
    },
  };
}

async function markFavorites(
  { tx, actor, scope, leads }: Batch,
  action: 'favorite' | 'unfavorite',
): Promise<BulkResult[]> {
  const ids = leads.map(({ lead_id }) => lead_id);
  const visible = new Set(await listVisibleIds(tx, scope, ids));
  const changed =
    action === 'favorite'
      ? await addFavorites(tx, actor, [...visible], scope.now)
      : await removeFavorites(tx, actor, [...visible]);
  return leads.map(({ place, lead_id }) => {
    if (!visible.has(lead_id)) return refused(place, { reason: 'not-found' });
    return { place, outcome: changed.has(lead_id) ? 'done' : 'unchanged' };
  });
}
