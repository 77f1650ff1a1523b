import type { Colleague } from '../../../contract/identity/identity.ts';
import type {
  Acceptance,
  Assignment,
  Decline,
  ErrorClosure,
  LeadChange,
  NextStepChange,
  Outcome,
} from '../../../contract/leads/lead-actions.ts';
import type { Lead, LeadTimeline, TimelineQuery } from '../../../contract/leads/leads.ts';
import type { LeadAction } from '../../../contract/leads/lists.ts';
import { listOf } from '../../../contract/sentences.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, wrongValue } from '../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../platform/time-cursor.ts';
import { recordRead } from '../audit/index.ts';
import {
  type Actor,
  listAssignees,
  listColleagues,
  notAllowed,
  type PersonActor,
} from '../identity/index.ts';
import { findWorkingCalendar } from '../working-time/index.ts';
import { sentence } from './catalogue.ts';
import type { LeadChanges, LeadSituation } from './change/change-lead.ts';
import {
  type PlannedChange,
  planAcceptance,
  planDecline,
  planEdit,
  planErrorClosure,
  planOutcome,
} from './change/lead-changes.ts';
import { planAssignment, withOwner } from './change/plan-assignment.ts';
import { planNextStep } from './change/plan-next-step.ts';
import type { LeadChecksService } from './contact-checks/lead-checks.service.ts';
import type { ExpectedVersions } from './if-match.ts';
import { addFavorites, removeFavorites } from './lead/favorites.repo.ts';
import { leadNotFound } from './lead/lead-not-found.ts';
import { factsOf, type LeadDetailRow } from './lead/lead-row.ts';
import { leadScopeOf } from './lead/lead-scope.sql.ts';
import { allowedActions, mayDo, rolesFor } from './lead/leads.policy.ts';
import { presentEvent, presentLead } from './lead/leads.presenter.ts';
import * as repo from './lead/leads.repo.ts';
import { stateAt } from './lead/leads.rules.ts';
import { ownerOnAcceptance, requireAssignee } from './owners.ts';
import { requireTeam } from './teams.ts';

type Plan = (situation: LeadSituation) => Promise<PlannedChange | undefined>;

/** The most changes since a version that are reported. */
const mostChanges = 100;

/** Reading and working a lead, from received to archived. */
export class LeadsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
    private readonly checks: Pick<LeadChecksService, 'reportDeclined'>,
  ) {}

  /** One lead with everything that may be shown. @throws AppError not-found, not-allowed */
  async get(actor: Actor, leadId: string): Promise<Lead> {
    return this.read(actor, leadId, (situation) => this.show(situation, actor));
  }

  /**
   * What happened to a lead (LC-9), page by page from the latest back: a lead can be edited any number of times.
   * @throws AppError not-found, not-allowed, invalid-cursor
   */
  async timeline(actor: Actor, leadId: string, { cursor, limit }: TimelineQuery): Promise<LeadTimeline> {
    const before = readTimeCursor(cursor);
    const { organizationId } = actor;
    return this.read(actor, leadId, async ({ tx }) => {
      const events = await repo.listEvents(tx, { organizationId, leadId }, { limit: limit + 1, before });
      const shown = events.slice(-limit);
      const [first] = shown;
      const more = events.length > limit && first !== undefined;
      return {
        items: shown.map((event) => presentEvent(event, actor.language)),
        nextCursor: more ? writeTimeCursor([first.at.toISOString(), first.id]) : null,
      };
    });
  }

  /** Marks or unmarks a favorite; repeating it changes nothing (WS-1). @throws AppError not-found */
  async setFavorite(actor: PersonActor, leadId: string, favorite: boolean): Promise<void> {
    await this.read(actor, leadId, async ({ tx, now }) => {
      if (favorite) await addFavorites(tx, actor, [leadId], now);
      else await removeFavorites(tx, actor, [leadId]);
    });
  }

  /** Who can own the lead: for choosing someone. @throws AppError not-found, not-allowed */
  async listAssignees(actor: Actor, leadId: string): Promise<Colleague[]> {
    return this.read(actor, leadId, ({ tx, row }) =>
      listAssignees(tx, actor.organizationId, row.location_id),
    );
  }

  /** Gives the lead another owner, or none; its owner sees it (ID-1). @throws as {@link accept} */
  assign(actor: Actor, leadId: string, { personId }: Assignment, versions: ExpectedVersions): Promise<Lead> {
    return this.change(actor, leadId, 'assign', versions, async (situation) => {
      await requireAssignee(situation, actor, personId);
      return planAssignment(situation.row, personId);
    });
  }

  /** Plans what happens next, or takes it away (WS-16). @throws as {@link accept} */
  planNextStep(
    actor: Actor,
    leadId: string,
    body: NextStepChange,
    versions: ExpectedVersions,
  ): Promise<Lead> {
    // As long as somebody can own it, there is something to do for it.
    return this.change(actor, leadId, 'assign', versions, async ({ row }) =>
      planNextStep(row, body, actor.personId),
    );
  }

  /** LC-2. @throws AppError not-found, not-allowed, action-not-possible, lead-changed, invalid-request */
  accept(actor: Actor, leadId: string, body: Acceptance, versions: ExpectedVersions = 'any'): Promise<Lead> {
    return this.change(actor, leadId, 'accept', versions, async (situation) => {
      await requireTeam(situation, actor, body.teamMemberIds);
      const team = await repo.listTeam(situation.tx, actor.organizationId, leadId);
      const ids = team.map((one) => one.id);
      const acceptance = planAcceptance(situation.row, ids, body, situation.now);
      return withOwner(acceptance, situation.row, await ownerOnAcceptance(situation, actor));
    });
  }

  /** LC-3; what is declined as spam is reported, too (VO-3). @throws as {@link accept} */
  decline(actor: Actor, leadId: string, body: Decline, versions: ExpectedVersions = 'any'): Promise<Lead> {
    return this.change(actor, leadId, 'decline', versions, {
      plan: async ({ row, now }) => planDecline(row, body, now),
      follow: ({ tx, scope }) =>
        this.checks.reportDeclined(tx, actor, scope, { leadIds: [leadId], reason: body.reason }),
    });
  }

  /** LC-6: won or lost. @throws as {@link accept} */
  close(actor: Actor, leadId: string, body: Outcome, versions: ExpectedVersions = 'any'): Promise<Lead> {
    return this.change(actor, leadId, 'close-outcome', versions, async ({ row, now }) =>
      planOutcome(row, body, now),
    );
  }

  /** LC-7. @throws as {@link accept} */
  closeAsError(
    actor: Actor,
    leadId: string,
    body: ErrorClosure,
    versions: ExpectedVersions = 'any',
  ): Promise<Lead> {
    return this.change(actor, leadId, 'close-as-error', versions, async ({ tx, scope, row, now }) => {
      const { duplicateOfLeadId } = body;
      const path = 'body.duplicateOfLeadId';
      if (duplicateOfLeadId === leadId) throw wrongValue(path, 'other-lead', sentence('duplicate.itself'));
      if (duplicateOfLeadId && !(await repo.findLead(tx, scope, duplicateOfLeadId))) {
        throw wrongValue(path, 'known-lead', sentence('duplicate.unseen'));
      }
      return planErrorClosure(row, body, now);
    });
  }

  /** LC-6: changes only what is sent. @throws as {@link accept} */
  edit(actor: Actor, leadId: string, body: LeadChange, versions: ExpectedVersions): Promise<Lead> {
    return this.change(actor, leadId, 'edit', versions, async (situation) => {
      const team = await repo.listTeam(situation.tx, actor.organizationId, leadId);
      const { change, left } = await withoutThoseWhoLeft(situation, actor, body, team);
      if (change.teamMemberIds) await requireTeam(situation, actor, change.teamMemberIds);
      const ids = team.map((one) => one.id);
      return planEdit(situation.row, { ids, left }, change, situation.now);
    });
  }

  private async read<T>(
    actor: Actor,
    leadId: string,
    work: (situation: LeadSituation) => Promise<T>,
  ): Promise<T> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.findLead(tx, scope, leadId);
      if (!row) throw leadNotFound();
      return work({ tx, scope, row, now });
    });
  }

  /** Changes a lead through the one door, and returns the lead as it is then (LC-9). */
  private async change(
    actor: Actor,
    leadId: string,
    action: LeadAction,
    versions: ExpectedVersions,
    work: Plan | { readonly plan: Plan; readonly follow: (situation: LeadSituation) => Promise<void> },
  ): Promise<Lead> {
    const { plan, follow } = typeof work === 'function' ? { plan: work, follow: undefined } : work;
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    const result = await inOrganization(this.db, actor, async (tx) => {
      const refuse = (situation: LeadSituation) => this.findRefusal(situation, actor, action, versions);
      const outcome = await this.changes.change(tx, { scope, leadId, by: actor, refuse, plan });
      if (outcome.kind === 'not-found') throw leadNotFound();
      if (outcome.kind === 'refused') return outcome.refusal;
      if (outcome.kind === 'unchanged') return this.show(outcome.situation, actor);
      await follow?.(outcome.situation);
      const changed = await repo.findLead(tx, scope, leadId);
      if (!changed) throw leadNotFound();
      return this.present(tx, actor, changed, now);
    });
    // Thrown after the transaction, so that what the refusal shows of the lead stays in the access log.
    if (result instanceof AppError) throw result;
    return result;
  }

  /** Why it cannot be done now, with the lead as it is and what changed since that version. */
  private async findRefusal(
    situation: LeadSituation,
    actor: Actor,
    action: LeadAction,
    versions: ExpectedVersions,
  ): Promise<AppError | undefined> {
    const { row, now } = situation;
    if (!mayDo(actor, action)) throw notAllowed(rolesFor(action, actor.organizationKind), actor);
    const possible = allowedActions(actor, factsOf(row), now).includes(action);
    const stale = versions !== 'any' && !versions.includes(row.version);
    if (possible && !stale) return undefined;
    const current = await this.show(situation, actor);
    const events = await repo.listEvents(
      situation.tx,
      { organizationId: actor.organizationId, leadId: row.id },
      { limit: mostChanges, sinceVersion: versions === 'any' ? row.version - 1 : Math.max(...versions) },
    );
    const details = { current, changes: events.map((event) => presentEvent(event, actor.language)) };
    if (possible) {
      return new AppError('lead-changed', sentence('version.changed'), details);
    }
    const state = stateAt(factsOf(row), now) ?? 'informational';
    return new AppError('action-not-possible', sentence(`notPossible.${state}`), details);
  }

  /** The lead as the actor may see it; records in the access log that its contact is shown (ID-7). */
  private async show({ tx, row, now }: LeadSituation, actor: Actor): Promise<Lead> {
    const lead = await this.present(tx, actor, row, now);
    if (lead.contact) await recordRead(tx, actor, { action: 'lead.read', leadIds: [lead.id], at: now });
    return lead;
  }

  private async present(tx: Transaction, actor: Actor, row: LeadDetailRow, now: Date): Promise<Lead> {
    const team = await repo.listTeam(tx, actor.organizationId, row.id);
    const calendar = await findWorkingCalendar(tx, actor.organizationId);
    return presentLead(row, { team, calendar }, actor, now);
  }
}

/**
 * Members of the current team who left, or whose role no longer has anything to do with leads, go with the next change
 * of the team: the person who saves need not know about them, and the timeline names them.
 */
async function withoutThoseWhoLeft(
  { tx }: LeadSituation,
  actor: Actor,
  body: LeadChange,
  team: readonly { id: string; name: string }[],
): Promise<{ change: LeadChange; left: readonly string[] }> {
  const wanted = body.teamMemberIds;
  if (!wanted) return { change: body, left: [] };
  const known = new Set((await listColleagues(tx, actor.organizationId)).map(({ id }) => id));
  const gone = team.filter(({ id }) => !known.has(id));
  const teamMemberIds = wanted.filter((id) => !gone.some((one) => one.id === id));
  if (teamMemberIds.length === 0) {
    const names = listOf(gone.map(({ name }) => name));
    throw wrongValue('body.teamMemberIds', 'known-person', sentence('team.nobodyLeft', { names }));
  }
  return { change: { ...body, teamMemberIds }, left: gone.map(({ name }) => name) };
}
