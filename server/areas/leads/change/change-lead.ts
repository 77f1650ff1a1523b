import type { Db, Transaction } from '../../../platform/database/database.ts';
import { recordAccess } from '../../audit/index.ts';
import type { Actor } from '../../identity/index.ts';
import type { LeadColumnsRow, LeadDetailRow } from '../lead/lead-row.ts';
import type { LeadScope } from '../lead/lead-scope.sql.ts';
import {
  type BroughtLead,
  deleteBroughtLeads,
  insertBroughtLeads,
  type LeadVersion,
} from './bring-leads.repo.ts';
import * as repo from './change-lead.repo.ts';
import { listTeamsOf, lockLeads, replaceTeams, updateLeads } from './change-leads.repo.ts';
import { type ExpiredLead, unscopedExpireLeads } from './expire-leads.repo.ts';
import type { FollowUps } from './follow-ups.ts';
import { markForwarded } from './forwarded-leads.repo.ts';
import { type Destination, type HandedOverLead, putIn, takeOut } from './hand-over-lead.repo.ts';
import type { PlannedChange } from './lead-changes.ts';
import { expireChanges } from './lead-changes.ts';
import type { EventActor, NewLeadEvent } from './lead-events.ts';
import { type NewLead, storeLeads } from './receive-leads.repo.ts';
import { markEscalated, markReminded } from './remind-leads.repo.ts';

/** A locked lead in its current state, for deciding what happens to it. */
export interface LeadSituation {
  readonly tx: Transaction;
  readonly scope: LeadScope;
  readonly row: LeadDetailRow;
  readonly now: Date;
}

/** Who changes which lead, and how. */
export interface ChangeOrder<Refusal> {
  /** Which leads they may see; it also holds the moment at which the lead is judged. */
  readonly scope: LeadScope;
  readonly leadId: string;
  readonly by: EventActor;
  /** Returns why it cannot be done now: a role, the state of the lead, a version that someone changed. */
  readonly refuse: (situation: LeadSituation) => Promise<Refusal | undefined>;
  /** Returns undefined when there is nothing to change. */
  readonly plan: (situation: LeadSituation) => Promise<PlannedChange | undefined>;
}

export type ChangeOutcome<Refusal> =
  | { readonly kind: 'changed' | 'unchanged'; readonly situation: LeadSituation }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-found' };

/** One of several locked leads, for deciding what happens to it. */
export interface LeadInBatch {
  readonly row: LeadColumnsRow;
  readonly team: readonly string[];
  readonly now: Date;
}

/** Who changes which leads, and how: at most a few hundred, whose locks are held together. */
export interface BatchOrder<Refusal> extends Pick<ChangeOrder<Refusal>, 'scope' | 'by'> {
  readonly leadIds: readonly string[];
  /** Returns why it cannot be done now; asked in the order of the ids. */
  readonly refuse: (lead: LeadInBatch) => Refusal | undefined;
  /** Returns undefined when there is nothing to change. */
  readonly plan: (lead: LeadInBatch) => PlannedChange | undefined;
}

export type BatchOutcome<Refusal> =
  | { readonly kind: 'changed'; readonly version: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'not-found' };

/**
 * The one door through which leads come, change and go: everything is written in the caller's transaction, with the
 * event that records it and the jobs that areas declared to follow ({@link FollowUps}). Nothing else writes leads.
 */
export class LeadChanges {
  constructor(private readonly followUps: FollowUps) {}

  /**
   * Locks the lead, asks whether and how it may change, writes the change with its event, and enqueues what follows
   * (LC-9).
   */
  async change<Refusal>(tx: Transaction, order: ChangeOrder<Refusal>): Promise<ChangeOutcome<Refusal>> {
    const { scope, leadId, by } = order;
    const row = await repo.lockLead(tx, scope, leadId);
    if (!row) return { kind: 'not-found' };
    const situation = { tx, scope, row, now: scope.now };
    const refusal = await order.refuse(situation);
    if (refusal !== undefined) return { kind: 'refused', refusal };
    const planned = await order.plan(situation);
    if (!planned) return { kind: 'unchanged', situation };
    await this.write(tx, scope, by, [{ row, planned }]);
    return { kind: 'changed', situation };
  }

  /**
   * The same as {@link change} for many leads at once, with one statement for each step.
   * @returns what became of each lead, by its id
   */
  async changeAll<Refusal>(
    tx: Transaction,
    order: BatchOrder<Refusal>,
  ): Promise<Map<string, BatchOutcome<Refusal>>> {
    const { scope, leadIds, by } = order;
    const rows = new Map((await lockLeads(tx, scope, leadIds)).map((row) => [row.id, row]));
    const teams = await listTeamsOf(tx, scope.organizationId, [...rows.keys()]);
    const outcomes = new Map<string, BatchOutcome<Refusal>>();
    const changes: PlannedLead[] = [];
    for (const leadId of leadIds) {
      const row = rows.get(leadId);
      const lead = row && { row, team: teams.get(leadId) ?? [], now: scope.now };
      const { outcome, change } = judge(order, lead);
      outcomes.set(leadId, outcome);
      if (change) changes.push(change);
    }
    await this.write(tx, scope, by, changes);
    return outcomes;
  }

  /** Adds to timelines what happened around leads without changing them, such as a finished check. */
  async note(tx: Transaction, events: readonly NewLeadEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const ids = await repo.insertEvents(tx, events);
    const happened = events.map(({ organizationId, leadId, type, changes = [] }, place) => ({
      organizationId,
      leadId,
      eventId: ids[place],
      happening: { type, changes },
    }));
    await this.followUps.order(tx, happened, first.at);
  }

  /**
   * Stores leads that came in, as {@link storeLeads} says, with the jobs that follow.
   * @returns the ids of those that were stored; the others' requests had been taken before
   */
  receive(db: Db | Transaction, leads: readonly [NewLead, ...NewLead[]]): Promise<Set<string>> {
    return storeLeads(db, leads, (lead) =>
      this.followUps.namesFor({
        type: 'lead.received',
        changes: [],
        received: { ...arrivalOf(lead.lead), isRouted: lead.routed },
      }),
    );
  }

  /**
   * Stores leads that people bring from elsewhere, of one organization, whatever has become of them there (EX-2): each
   * with the entry of its timeline that says so. What follows is only what `arrival` asks for.
   */
  async bring(
    tx: Transaction,
    leads: readonly BroughtLead[],
    { scope, by, isQuiet, followedAt }: Arrival,
  ): Promise<void> {
    if (leads.length === 0) return;
    const { organizationId, now } = scope;
    await insertBroughtLeads(tx, organizationId, leads);
    const events = leads.map(({ lead, note }) => {
      const type = 'lead.received' as const;
      return { organizationId, leadId: lead.id, type, at: now, actor: by, note, version: 1 };
    });
    const eventIds = await repo.insertEvents(tx, events);
    const happened = leads.map(({ lead }, place) => ({
      organizationId,
      leadId: lead.id,
      eventId: eventIds[place],
      happening: { type: 'lead.received' as const, changes: [], received: { ...arrivalOf(lead), isQuiet } },
    }));
    await this.followUps.order(tx, happened, now, followedAt);
    if (isOf(by, organizationId)) {
      const leadIds = leads.map(({ lead }) => lead.id);
      await recordAccess(tx, by, { action: 'lead.change', leadIds, detail: 'lead.received', at: now });
    }
  }

  /**
   * Takes back leads that were brought, with their history, as far as nobody changed them since.
   * @returns the ids of those that are gone
   */
  async takeBack(
    tx: Transaction,
    leads: readonly LeadVersion[],
    { scope, by }: Pick<ChangeOrder<never>, 'scope' | 'by'>,
  ): Promise<string[]> {
    const leadIds = await deleteBroughtLeads(tx, scope.organizationId, leads);
    if (leadIds.length > 0 && isOf(by, scope.organizationId))
      await recordAccess(tx, by, {
        action: 'lead.change',
        leadIds,
        detail: 'import taken back',
        at: scope.now,
      });
    return leadIds;
  }

  /** {@link markForwarded} */
  readonly markForwarded = markForwarded;

  /** Takes a lead with its history out of an organization, to {@link putIn} another in the same transaction. */
  takeOut(tx: Transaction, organizationId: string, leadId: string): Promise<HandedOverLead | undefined> {
    return takeOut(tx, organizationId, leadId);
  }

  /** Puts a lead that was taken out into its new organization, with its history and the event that says so (RT-1). */
  async putIn(tx: Transaction, lead: HandedOverLead, to: Destination, by: EventActor): Promise<void> {
    const version = await putIn(tx, lead, to);
    const { organizationId, reason, now } = to;
    await this.note(tx, [
      { organizationId, leadId: lead.id, type: 'lead.routed', at: now, actor: by, note: reason, version },
    ]);
  }

  /** Records that these leads, which the caller has locked, expired, each at its own deadline (LC-4). */
  async expire(tx: Transaction, leads: readonly ExpiredLead[], now: Date): Promise<void> {
    const eventIds = await unscopedExpireLeads(tx, leads, now);
    const happening = { type: 'lead.expired', changes: expireChanges } as const;
    const happened = leads.map(({ organization_id: organizationId, id: leadId }, place) => ({
      organizationId,
      leadId,
      eventId: eventIds[place],
      happening,
    }));
    await this.followUps.order(tx, happened, now);
  }

  /** Has people reminded of these leads, which does not count as a change of the lead (NT-3). */
  async remind(
    tx: Transaction,
    organizationId: string,
    leadIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await markReminded(tx, organizationId, leadIds, now);
    const happening = { type: 'lead.reminder-due', changes: [] } as const;
    const happened = leadIds.map((leadId) => ({ organizationId, leadId, happening }));
    await this.followUps.order(tx, happened, now);
  }

  /** Has somebody told that nobody answered these leads, which does not count as a change of the lead (WT-3). */
  async escalate(
    tx: Transaction,
    organizationId: string,
    leadIds: readonly string[],
    now: Date,
  ): Promise<void> {
    await markEscalated(tx, organizationId, leadIds, now);
    const happening = { type: 'lead.escalation-due', changes: [] } as const;
    const happened = leadIds.map((leadId) => ({ organizationId, leadId, happening }));
    await this.followUps.order(tx, happened, now);
  }

  private async write(
    tx: Transaction,
    { organizationId, now }: LeadScope,
    by: EventActor,
    changes: readonly PlannedLead[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const columns = changes.flatMap(({ row, planned }) =>
      planned.columns ? [{ leadId: row.id, columns: planned.columns }] : [],
    );
    await updateLeads(tx, organizationId, columns, now);
    const teams = changes.flatMap(({ row, planned }) =>
      planned.team ? [{ leadId: row.id, team: planned.team }] : [],
    );
    await replaceTeams(tx, organizationId, teams, now);
    const events = changes.map(({ row, planned }) => ({
      organizationId,
      leadId: row.id,
      type: planned.type,
      at: now,
      actor: by,
      changes: planned.changes,
      note: planned.note,
      version: versionAfter(row, planned),
    }));
    await this.note(tx, events);
    if (!('organizationId' in by)) return;
    for (const [type, leadIds] of byType(events))
      await recordAccess(tx, by, { action: 'lead.change', leadIds, detail: type, at: now });
  }
}

/** How leads that are brought arrive. */
export interface Arrival extends Pick<ChangeOrder<never>, 'scope' | 'by'> {
  /** Nobody is told about them. */
  readonly isQuiet: boolean;
  /** When what follows begins, at the earliest; undefined: at once. */
  readonly followedAt?: Date | undefined;
}

/** The access log of an organization names its own people; whoever sends leads to others is in their own. */
function isOf(by: EventActor, organizationId: string): by is Actor {
  return 'organizationId' in by && by.organizationId === organizationId;
}

function arrivalOf(lead: Pick<NewLead['lead'], 'contact_email' | 'status'>) {
  return {
    hasEmail: lead.contact_email != null && lead.contact_email !== '',
    isActionable: lead.status != null,
    isRouted: true,
    isOver: lead.status != null && lead.status !== 'Received' && lead.status !== 'Accepted',
  };
}

/** A locked lead that changes, and how. */
interface PlannedLead {
  readonly row: Pick<LeadColumnsRow, 'id' | 'version'>;
  readonly planned: PlannedChange;
}

/** Decides about one lead of a batch. */
function judge<Refusal>(
  order: BatchOrder<Refusal>,
  lead: LeadInBatch | undefined,
): { outcome: BatchOutcome<Refusal>; change?: PlannedLead } {
  if (!lead) return { outcome: { kind: 'not-found' } };
  const refusal = order.refuse(lead);
  if (refusal !== undefined) return { outcome: { kind: 'refused', refusal } };
  const planned = order.plan(lead);
  if (!planned) return { outcome: { kind: 'unchanged' } };
  const { row } = lead;
  return { outcome: { kind: 'changed', version: versionAfter(row, planned) }, change: { row, planned } };
}

function versionAfter(row: PlannedLead['row'], { columns }: PlannedChange): number {
  return row.version + (columns ? 1 : 0);
}

function byType(events: readonly NewLeadEvent[]): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { type, leadId } of events) ids.set(type, [...(ids.get(type) ?? []), leadId]);
  return ids;
}
