import type { Colleague } from '../../../../contract/identity/identity.ts';
import type {
  Activity,
  ActivityChange,
  ActivityCreate,
  ActivityPage,
  ActivityQuery,
} from '../../../../contract/leads/activities.ts';
import { mentionedIn, mostMentions } from '../../../../contract/leads/mentions.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { AppError, notFound, wrongValue } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { readTimeCursor, writeTimeCursor } from '../../../platform/time-cursor.ts';
import { type Actor, listPersonNames, recallRequest } from '../../identity/index.ts';
import type { LeadChanges, LeadSituation } from '../change/change-lead.ts';
import type { PlannedChange } from '../change/lead-changes.ts';
import type { ExpectedVersions } from '../if-match.ts';
import { leadNotFound } from '../lead/lead-not-found.ts';
import { listReaders } from '../lead/lead-readers.repo.ts';
import { factsOf, type LeadDetailRow } from '../lead/lead-row.ts';
import { leadScopeOf } from '../lead/lead-scope.sql.ts';
import { findLead } from '../lead/leads.repo.ts';
import { refuseStranger } from '../strangers.ts';
import { handOf, mayAdd, refuseAdding, refuseDeleting, refuseEditing } from './activities.policy.ts';
import { activityFactsOf, presentActivity } from './activities.presenter.ts';
import * as repo from './activities.repo.ts';
import {
  type ActivityFacts,
  type ActivityFault,
  changesBetween,
  faultOf,
  newlyMentioned,
} from './activities.rules.ts';
import { sentence } from './catalogue.ts';

/** How long a deleted activity can be brought back. */
const keptDeletedMs = 24 * 3_600_000;

/** Where a fault is in the body. */
const placeOfFault: Readonly<Record<ActivityFault, keyof ActivityFacts>> = {
  'outcome-of-another-kind': 'outcome',
  'note-without-text': 'text',
  'in-the-future': 'at',
  'long-ago': 'at',
  'too-many-mentions': 'text',
};

/** What colleagues did about a lead, and noted (WS-15; decision 050). */
export class ActivitiesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly changes: LeadChanges,
  ) {}

  /** Page by page, the latest first. @throws AppError not-found, not-allowed, invalid-cursor */
  list(actor: Actor, leadId: string, { cursor, limit }: ActivityQuery): Promise<ActivityPage> {
    const before = readTimeCursor(cursor);
    return this.read(actor, leadId, async (tx, lead, now) => {
      const place = { organizationId: actor.organizationId, leadId };
      const rows = await repo.listActivities(tx, place, { limit: limit + 1, before });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: await presentAll(tx, actor, lead, shown, now),
        nextCursor: rows.length > limit && last ? writeTimeCursor([last.at.toISOString(), last.id]) : null,
        mayAdd: mayAdd(actor, factsOf(lead), now),
      };
    });
  }

  /** Who may see the lead, and so may be mentioned. @throws AppError not-found, not-allowed */
  listReaders(actor: Actor, leadId: string): Promise<Colleague[]> {
    return this.read(actor, leadId, (tx, lead) => listReaders(tx, actor.organizationId, lead));
  }

  /**
   * Adds an activity. Repeating the same request adds nothing twice.
   * @throws AppError not-found, not-allowed, action-not-possible, invalid-request, idempotency-key-reused
   */
  add(
    actor: Actor,
    leadId: string,
    body: ActivityCreate,
    idempotencyKey: string | undefined,
  ): Promise<{ activity: Activity; isNew: boolean }> {
    const at = this.clock.now();
    const id = newId();
    const made = { door: 'activity', idempotencyKey, body: { leadId, ...body }, newId: id, at } as const;
    const facts = {
      kind: body.kind,
      at: body.at === undefined ? at : new Date(body.at),
      outcome: body.outcome ?? null,
      text: body.text,
    };
    return inOrganization(this.db, actor, async (tx) => {
      const knownId = await recallRequest(tx, actor, made);
      if (knownId === undefined)
        await this.change(tx, actor, leadId, {
          refuse: async ({ row }) => refuseAdding(actor, factsOf(row), at),
          plan: (situation) => this.planAdding(situation, actor, id, facts),
        });
      return { activity: await this.show(tx, actor, leadId, knownId ?? id), isNew: knownId === undefined };
    });
  }

  /**
   * Changes only what is sent; edits are marked.
   * @throws as {@link add}, and activity-changed with the activity as it is now
   */
  edit(
    actor: Actor,
    leadId: string,
    activityId: string,
    body: ActivityChange,
    versions: ExpectedVersions,
  ): Promise<Activity> {
    return inOrganization(this.db, actor, async (tx) => {
      await this.change(tx, actor, leadId, {
        refuse: async (situation) => {
          const row = await find(situation, actor, activityId);
          const refused = refuseEditing(actor, factsOf(situation.row), row, situation.now);
          return refused ?? (await refuseVersion(situation, actor, row, versions));
        },
        plan: async (situation) => {
          const row = await find(situation, actor, activityId);
          return this.planEditing(situation, actor, row, body);
        },
      });
      return this.show(tx, actor, leadId, activityId);
    });
  }

  /** @throws AppError not-found, not-allowed, activity-changed */
  async remove(actor: Actor, leadId: string, activityId: string, versions: ExpectedVersions): Promise<void> {
    await inOrganization(this.db, actor, (tx) =>
      this.change(tx, actor, leadId, {
        refuse: async (situation) => {
          const row = await find(situation, actor, activityId);
          return refuseDeleting(actor, row) ?? (await refuseVersion(situation, actor, row, versions));
        },
        plan: async (situation) => {
          const row = await find(situation, actor, activityId);
          await repo.markDeleted(tx, placeOf(situation), activityId, situation.now);
          return {
            type: 'lead.activity-deleted',
            changes: [{ field: 'activityKind', before: row.kind, after: null }],
          };
        },
      }),
    );
  }

  /**
   * Brings back what was deleted within a day, as it was: the same activity, by the same author. Nobody whom it mentions
   * is told again. One that is there already stays.
   * @throws AppError not-found, not-allowed
   */
  restore(actor: Actor, leadId: string, activityId: string): Promise<Activity> {
    return inOrganization(this.db, actor, async (tx) => {
      const findGone = (situation: LeadSituation) =>
        repo.findDeletedActivity(tx, placeOf(situation), activityId, keptSince(situation.now));
      await this.change(tx, actor, leadId, {
        refuse: async (situation) => {
          const row = (await findGone(situation)) ?? (await find(situation, actor, activityId));
          return refuseDeleting(actor, row);
        },
        plan: async (situation) => {
          const row = await findGone(situation);
          if (!row) return undefined;
          await repo.markDeleted(tx, placeOf(situation), activityId, null);
          return {
            type: 'lead.activity-restored',
            changes: [
              { field: 'activityKind', before: null, after: row.kind },
              { field: 'activityId', before: null, after: activityId },
            ],
          };
        },
      });
      return this.show(tx, actor, leadId, activityId);
    });
  }

  /** Erases what was deleted and can’t be brought back any more. */
  async forget(): Promise<void> {
    await repo.unscopedForgetActivities(this.db, keptSince(this.clock.now()));
  }

  private async planAdding(
    situation: LeadSituation,
    actor: Actor,
    id: string,
    facts: ActivityFacts,
  ): Promise<PlannedChange> {
    const { tx, now, row: lead } = situation;
    requireRight(facts, now);
    const mentioned = mentionedIn(facts.text);
    await requireReaders(situation, actor, mentioned);
    const hand = handOf(actor);
    await repo.insertActivity(tx, {
      organization_id: actor.organizationId,
      id,
      lead_id: lead.id,
      ...facts,
      author_kind: actor.kind,
      author_person_id: hand.personId,
      author_token_id: hand.tokenId,
      author_name: actor.name,
      created_at: now,
    });
    return {
      type: 'lead.activity-added',
      changes: [
        { field: 'activityKind', before: null, after: facts.kind },
        ...(facts.outcome === null ? [] : [{ field: 'activityOutcome', before: null, after: facts.outcome }]),
        ...tellingOf(mentioned, id),
      ],
    };
  }

  private async planEditing(
    situation: LeadSituation,
    actor: Actor,
    row: repo.ActivityRow,
    body: ActivityChange,
  ): Promise<PlannedChange | undefined> {
    const { tx, now } = situation;
    const before = activityFactsOf(row);
    const kind = body.kind ?? before.kind;
    const after: ActivityFacts = {
      kind,
      at: body.at === undefined ? before.at : new Date(body.at),
      // An outcome belongs to its kind.
      outcome: body.outcome === undefined ? (kind === before.kind ? before.outcome : null) : body.outcome,
      text: body.text === undefined ? before.text : body.text,
    };
    const changes = changesBetween(before, after);
    if (changes.length === 0 && before.text === after.text) return undefined;
    requireRight(after, now);
    const added = newlyMentioned(before.text, after.text);
    await requireReaders(situation, actor, added);
    await repo.updateActivity(tx, placeOf(situation), row.id, { ...after, edited_at: now });
    return { type: 'lead.activity-edited', changes: [...changes, ...tellingOf(added, row.id)] };
  }

  /** Through the one door: the lead is locked, and stays as it is; its timeline gets an entry. */
  private async change(
    tx: Transaction,
    actor: Actor,
    leadId: string,
    how: {
      readonly refuse: (situation: LeadSituation) => Promise<AppError | undefined>;
      readonly plan: (situation: LeadSituation) => Promise<PlannedChange | undefined>;
    },
  ): Promise<void> {
    const scope = leadScopeOf(actor, this.clock.now());
    const outcome = await this.changes.change(tx, { scope, leadId, by: actor, ...how });
    if (outcome.kind === 'not-found') throw leadNotFound();
    if (outcome.kind === 'refused') throw outcome.refusal;
  }

  private async show(tx: Transaction, actor: Actor, leadId: string, activityId: string): Promise<Activity> {
    const now = this.clock.now();
    const lead = await findLead(tx, leadScopeOf(actor, now), leadId);
    if (!lead) throw leadNotFound();
    return presentOne(tx, actor, lead, activityId, now);
  }

  private read<T>(
    actor: Actor,
    leadId: string,
    work: (tx: Transaction, lead: LeadDetailRow, now: Date) => Promise<T>,
  ): Promise<T> {
    const now = this.clock.now();
    const scope = leadScopeOf(actor, now);
    return inOrganization(this.db, actor, async (tx) => {
      const lead = await findLead(tx, scope, leadId);
      if (!lead) throw leadNotFound();
      return work(tx, lead, now);
    });
  }
}

/** Since when deleted activities are kept. */
const keptSince = (now: Date) => new Date(now.getTime() - keptDeletedMs);

const placeOf = ({ scope, row }: LeadSituation) => ({
  organizationId: scope.organizationId,
  leadId: row.id,
});

/** Whom the event of an activity tells, and about which. */
function tellingOf(mentioned: readonly string[], activityId: string): PlannedChange['changes'] {
  if (mentioned.length === 0) return [];
  return [
    { field: 'mentioned', before: null, after: mentioned },
    { field: 'activityId', before: null, after: activityId },
  ];
}

async function find(situation: LeadSituation, actor: Actor, activityId: string): Promise<repo.ActivityRow> {
  const place = { organizationId: actor.organizationId, leadId: situation.row.id };
  const row = await repo.findActivity(situation.tx, place, activityId);
  if (!row) throw notFound(sentence('unknown'));
  return row;
}

async function refuseVersion(
  { tx, row: lead, now }: LeadSituation,
  actor: Actor,
  row: repo.ActivityRow,
  versions: ExpectedVersions,
): Promise<AppError | undefined> {
  if (versions === 'any' || versions.includes(row.version)) return undefined;
  const [current] = await presentAll(tx, actor, lead, [row], now);
  return new AppError('activity-changed', sentence('changed'), { current });
}

/** @throws AppError invalid-request */
function requireRight(facts: ActivityFacts, now: Date): void {
  const fault = faultOf(facts, now);
  if (fault === undefined) return;
  const said =
    fault === 'too-many-mentions'
      ? sentence(`fault.${fault}`, { most: mostMentions })
      : sentence(`fault.${fault}`);
  throw wrongValue(`body.${placeOfFault[fault]}`, fault, said);
}

/** @throws AppError invalid-request, naming the first of them who may not see the lead */
async function requireReaders(
  { tx, row }: LeadSituation,
  actor: Actor,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  const readers = new Set((await listReaders(tx, actor.organizationId, row)).map(({ id }) => id));
  const stranger = personIds.find((id) => !readers.has(id));
  if (stranger === undefined) return;
  await refuseStranger(tx, 'body.text', stranger, {
    unknown: sentence('mention.stranger'),
    known: (name) => sentence('mention.cannotSee', { name }),
  });
}

async function presentOne(
  tx: Transaction,
  actor: Actor,
  lead: LeadDetailRow,
  activityId: string,
  now: Date,
): Promise<Activity> {
  const place = { organizationId: actor.organizationId, leadId: lead.id };
  const row = await repo.findActivity(tx, place, activityId);
  const [shown] = row ? await presentAll(tx, actor, lead, [row], now) : [];
  if (!shown) throw notFound(sentence('unknown'));
  return shown;
}

async function presentAll(
  tx: Transaction,
  actor: Actor,
  lead: LeadDetailRow,
  rows: readonly repo.ActivityRow[],
  now: Date,
): Promise<Activity[]> {
  const names = await listPersonNames(tx, [...new Set(rows.flatMap(({ text }) => mentionedIn(text)))]);
  return rows.map((row) => presentActivity(row, { lead: factsOf(lead), actor, names, now }));
}
