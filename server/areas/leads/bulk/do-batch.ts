import type { BulkRefusal, LeadAction, LeadState } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { hasPermission, type PersonActor } from '../../identity/index.ts';
import type { BatchOutcome, LeadChanges, LeadInBatch } from '../change/change-lead.ts';
import { type PlannedChange, planAcceptance, planDecline, planErrorClosure } from '../change/lead-changes.ts';
import { planAssignment, withOwner } from '../change/plan-assignment.ts';
import type { LeadChecksService } from '../contact-checks/lead-checks.service.ts';
import { factsOf } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { allowedActions, mayDo } from '../lead/leads.policy.ts';
import { listVisibleIds } from '../lead/leads.repo.ts';
import { stateAt } from '../lead/leads.rules.ts';
import { losesSight, requireColleagues } from '../teams.ts';
import * as repo from './bulk.repo.ts';
import { type BulkDetails, leadActionOf, nameDeal } from './bulk.rules.ts';
import { findOwnersOfBatch, seesAsOwnerOnly } from './owners-of-batch.ts';

/** Leads of a bulk action whose turn has come, and in whose name they are worked now. */
export interface Batch {
  readonly tx: Transaction;
  readonly actor: PersonActor;
  readonly scope: LeadScope;
  readonly details: BulkDetails;
  /** Whether it takes back what an earlier one did. */
  readonly undoing: boolean;
  readonly leads: readonly repo.BulkLeadRow[];
}

type DetailsOf<Action extends BulkDetails['action']> = Extract<BulkDetails, { action: Action }>;
type Changing = DetailsOf<keyof typeof leadActionOf>;

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
  async do(batch: Batch): Promise<repo.BulkResult[]> {
    const { details } = batch;
    switch (details.action) {
      case 'accept':
      case 'decline':
      case 'close-as-error':
      case 'assign':
        return this.change(batch, details);
      case 'favorite':
      case 'unfavorite':
        return markFavorites(batch, details.action);
      case 'report-spam':
        return this.reportSpam(batch);
    }
  }

  private async change(batch: Batch, details: Changing): Promise<repo.BulkResult[]> {
    const { tx, actor, scope, leads } = batch;
    const action = leadActionOf[details.action];
    if (!mayDo(actor, action)) return refuseAll(leads, 'not-allowed');
    if (details.action === 'accept' && !(await areColleagues(batch, details.teamMemberIds)))
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
    return leads.map(({ place, lead_id }) =>
      resultOf(place, outcomes.get(lead_id), formerOwners.get(lead_id) ?? null),
    );
  }

  private async reportSpam({ tx, actor, scope, leads }: Batch): Promise<repo.BulkResult[]> {
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
export function refuseAll(leads: readonly repo.BulkLeadRow[], reason: BulkRefusal): repo.BulkResult[] {
  return leads.map(({ place }) => refused(place, { reason }));
}

function refused(place: number, refusal: Refused): repo.BulkResult {
  return { place, outcome: 'refused', ...refusal };
}

function resultOf(
  place: number,
  outcome: BatchOutcome<Refused> | undefined,
  formerOwnerId: string | null,
): repo.BulkResult {
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
  // What the person could not see when they ordered it was not meant.
  if (version === null) return { reason: 'not-found' };
  const facts = factsOf(row);
  if (!allowedActions(actor, facts, now).includes(action))
    return { reason: 'not-possible', leadState: stateAt(facts, now) ?? 'informational' };
  return row.version === version ? undefined : { reason: 'changed' };
}

/** How each lead of a batch changes, or why not, beyond what its state and version say. */
interface Planner {
  readonly refuse?: (lead: LeadInBatch, one: repo.BulkLeadRow) => Refused | undefined;
  readonly plan: (lead: LeadInBatch, one: repo.BulkLeadRow) => PlannedChange | undefined;
}

async function plannerOf(batch: Batch, details: Changing): Promise<Planner> {
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
      const { assigned_to: owner } = row;
      const keeps = owner !== null && canOwn(owner, row);
      return withOwner(acceptance, row, keeps ? owner : actor.personId);
    },
  };
}

/** Whoever sees a lead only as its owner can give it to nobody but themselves. */
async function assignmentOf(batch: Batch, { personIds }: DetailsOf<'assign'>): Promise<Planner> {
  const { actor, scope, undoing } = batch;
  const { canOwn, sharing } = await findOwnersOfBatch(batch, personIds ?? []);
  const wantedFor = (one: repo.BulkLeadRow): readonly string[] | null => {
    if (!undoing) return personIds;
    return one.wanted_owner_id === null ? null : [one.wanted_owner_id];
  };
  const candidates = (lead: LeadInBatch, wanted: readonly string[]) => {
    const able = wanted.filter((personId) => canOwn(personId, lead.row));
    return seesAsOwnerOnly(scope, lead) ? able.filter((personId) => personId === actor.personId) : able;
  };
  return {
    refuse: (lead, one) => {
      const wanted = wantedFor(one);
      if (wanted === null) return seesAsOwnerOnly(scope, lead) ? { reason: 'out-of-sight' } : undefined;
      if (candidates(lead, wanted).length > 0) return undefined;
      return { reason: seesAsOwnerOnly(scope, lead) ? 'out-of-sight' : 'no-owner' };
    },
    plan: (lead, one) => {
      const wanted = wantedFor(one);
      const [first, ...others] = wanted === null ? [] : candidates(lead, wanted);
      if (first === undefined) return planAssignment(lead.row, null);
      return planAssignment(lead.row, sharing.give([first, ...others], lead.row.assigned_to));
    },
  };
}

/** Whether these people work leads now; they did when it was ordered. */
async function areColleagues({ tx, actor }: Batch, personIds: readonly string[]): Promise<boolean> {
  try {
    await requireColleagues(tx, actor, personIds);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function markFavorites(
  { tx, actor, scope, leads }: Batch,
  action: 'favorite' | 'unfavorite',
): Promise<repo.BulkResult[]> {
  const ids = leads.map(({ lead_id }) => lead_id);
  const visible = new Set(await listVisibleIds(tx, scope, ids));
  const changed =
    action === 'favorite'
      ? await repo.addFavorites(tx, actor, [...visible], scope.now)
      : await repo.removeFavorites(tx, actor, [...visible]);
  return leads.map(({ place, lead_id }) => {
    if (!visible.has(lead_id)) return refused(place, { reason: 'not-found' });
    return { place, outcome: changed.has(lead_id) ? 'done' : 'unchanged' };
  });
}
