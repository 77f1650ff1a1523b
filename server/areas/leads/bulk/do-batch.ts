import type { BulkRefusal, LeadAction, LeadState } from '../../../../contract/leads/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import { AppError } from '../../../platform/errors.ts';
import { hasPermission, type PersonActor } from '../../identity/index.ts';
import type { BatchOutcome, LeadChanges, LeadInBatch } from '../change/change-lead.ts';
import { type PlannedChange, planAcceptance, planDecline, planErrorClosure } from '../change/lead-changes.ts';
import type { LeadChecksService } from '../contact-checks/lead-checks.service.ts';
import { factsOf } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import { allowedActions, mayDo } from '../lead/leads.policy.ts';
import { listVisibleIds } from '../lead/leads.repo.ts';
import { stateAt } from '../lead/leads.rules.ts';
import { requireTeam } from '../leads.service.ts';
import * as repo from './bulk.repo.ts';
import { type BulkDetails, leadActionOf, nameDeal } from './bulk.rules.ts';

/** Leads of a bulk action whose turn has come, and in whose name they are worked now. */
export interface Batch {
  readonly tx: Transaction;
  readonly actor: PersonActor;
  readonly scope: LeadScope;
  readonly details: BulkDetails;
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
        return this.change(batch, details);
      case 'favorite':
      case 'unfavorite':
        return markFavorites(batch, details.action);
      case 'report-spam':
        return this.reportSpam(batch);
      case 'assign':
        throw new Error('there is no such action yet');
    }
  }

  private async change(batch: Batch, details: Changing): Promise<repo.BulkResult[]> {
    const { tx, actor, scope, leads } = batch;
    const action = leadActionOf[details.action];
    if (!mayDo(actor, action)) return refuseAll(leads, 'not-allowed');
    if (details.action === 'accept' && !(await isTeam(batch, details.teamMemberIds)))
      return refuseAll(leads, 'person-left');
    const byId = new Map(leads.map((one) => [one.lead_id, one]));
    const outcomes = await this.changes.changeAll<Refused>(tx, {
      scope,
      by: actor,
      leadIds: leads.map(({ lead_id }) => lead_id),
      refuse: (lead) => refusalOf(actor, action, lead, byId.get(lead.row.id)?.version ?? null),
      plan: (lead) => planFor(details, lead, byId.get(lead.row.id)?.place ?? 0),
    });
    return leads.map(({ place, lead_id }) => resultOf(place, outcomes.get(lead_id)));
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

function resultOf(place: number, outcome: BatchOutcome<Refused> | undefined): repo.BulkResult {
  switch (outcome?.kind) {
    case 'changed':
      return { place, outcome: 'done', newVersion: outcome.version };
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

function planFor(details: Changing, { row, team, now }: LeadInBatch, number: number): PlannedChange {
  switch (details.action) {
    case 'accept': {
      const { action, dealName, ...deal } = details;
      const name = nameDeal(dealName, { customer: row.customer_name, offer: row.offer_title, number });
      return planAcceptance(row, team, { ...deal, dealName: name, crmId: null, employees: [] }, now);
    }
    case 'decline':
      return planDecline(row, details, now);
    case 'close-as-error':
      return planErrorClosure(row, { ...details, duplicateOfLeadId: null }, now);
  }
}

/** Whether these people can be a team now; they were when it was ordered. */
async function isTeam({ tx, scope, actor }: Batch, personIds: readonly string[]): Promise<boolean> {
  try {
    await requireTeam({ tx, scope }, actor, personIds);
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
