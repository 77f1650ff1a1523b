import type {
  Action,
  ActionCenter,
  ActionCenterCounts,
  ActionCenterQuery,
  Notification,
  NotificationPage,
} from '../../../contract/action-center.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { notFound } from '../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../platform/time-cursor.ts';
import { findWorkingCalendar } from '../calendar/index.ts';
import { type PersonActor, permissionsOf } from '../identity/index.ts';
import { type LeadScope, leadScopeOf, listVisibleIds, mayDo } from '../leads/index.ts';
import * as causes from './actions.repo.ts';
import {
  type ActionCauses,
  answerAction,
  failedMailDays,
  looksAfterAccounts,
  mandatoryActions,
  runsInstallation,
} from './actions.rules.ts';
import { presentNotification } from './notifications.presenter.ts';
import * as repo from './notifications.repo.ts';

const nothing = () => ({ items: [], nextCursor: null });
const dayMilliseconds = 86_400_000;

/** What somebody should do, and what happened (NT-5), of the organization they work in now. */
export class ActionCenterService {
  /** @param mailsAreSent false: there is no mail server */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mailsAreSent: boolean,
  ) {}

  /** For the badge: counted from the rows, so that it is right whatever happens at once. */
  counts(actor: PersonActor): Promise<ActionCenterCounts> {
    return inOrganization(this.db, actor, (tx) => this.countAll(tx, actor));
  }

  /** One page of each list, and the counts. @throws AppError invalid-cursor */
  read(actor: PersonActor, query: ActionCenterQuery): Promise<ActionCenter> {
    return inOrganization(this.db, actor, async (tx) => ({
      counts: await this.countAll(tx, actor),
      actions: query.list === 'notifications' ? nothing() : await this.listActions(tx, actor, query),
      notifications: query.list === 'actions' ? nothing() : await this.listNotifications(tx, actor, query),
    }));
  }

  /** Marks one of the person's notifications; saying it twice changes nothing. @throws AppError not-found */
  async mark(actor: PersonActor, notificationId: string, mark: repo.NotificationMark): Promise<Notification> {
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.markNotification(tx, actor, notificationId, mark, now);
      if (!row) throw notFound('You have no notification with this id.');
      return presentNotification(row, await this.mayOpenOne(tx, actor, row.lead_id));
    });
  }

  /** @param until what happened later stays unread; undefined: everything until now */
  markAllRead(actor: PersonActor, until: Date | undefined): Promise<ActionCenterCounts> {
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      await repo.markAllRead(tx, actor, until ?? now, now);
      return this.countAll(tx, actor);
    });
  }

  private async countAll(tx: Transaction, actor: PersonActor): Promise<ActionCenterCounts> {
    const scope = this.answererScope(actor);
    return {
      mandatory: mandatoryActions(await this.findCauses(tx, actor)).length,
      recommended: scope ? await causes.countWaitingLeads(tx, scope) : 0,
      unread: await repo.countUnread(tx, actor),
    };
  }

  private async findCauses(tx: Transaction, actor: PersonActor): Promise<ActionCauses> {
    const now = this.clock.now();
    const { organizationId, personId } = actor;
    const address = await causes.getAddress(tx, personId);
    const isOperator = runsInstallation(actor);
    const since = new Date(now.getTime() - failedMailDays * dayMilliseconds);
    return {
      address: address.email,
      isRefused: address.email_refused_at !== null,
      isConfirmed: address.email_verified_at !== null,
      mailsAreSent: this.mailsAreSent,
      unrouted: isOperator ? await causes.countUnroutedLeads(tx, leadScopeOf(actor, now)) : 0,
      suspected: isOperator ? await causes.countSuspected(tx, organizationId) : 0,
      failedMails: isOperator ? await causes.countFailedMails(tx, organizationId, since) : 0,
      refusedColleagues: looksAfterAccounts(actor)
        ? await causes.listRefusedColleagues(tx, organizationId, personId)
        : [],
    };
  }

  /** Mandatory ones stand before all others: on the first page. */
  private async listActions(tx: Transaction, actor: PersonActor, query: ActionCenterQuery) {
    const { level, limit } = query;
    const after = readTimeCursor(query.actionsCursor);
    const items: Action[] = [];
    if (level !== 'recommended' && after === undefined)
      items.push(...mandatoryActions(await this.findCauses(tx, actor)));
    const scope = level === 'mandatory' ? undefined : this.answererScope(actor);
    if (!scope) return { items, nextCursor: null };
    const waiting = await causes.listWaitingLeads(tx, scope, after, limit);
    const page = waiting.slice(0, limit);
    const calendar = await findWorkingCalendar(tx, actor.organizationId);
    const last = page.at(-1);
    return {
      items: [...items, ...page.map((lead) => answerAction(lead, calendar, scope.now))],
      nextCursor:
        waiting.length > limit && last ? writeTimeCursor([last.expires_at.toISOString(), last.id]) : null,
    };
  }

  private async listNotifications(
    tx: Transaction,
    actor: PersonActor,
    query: ActionCenterQuery,
  ): Promise<NotificationPage> {
    const { state, category, limit } = query;
    const after = readTimeCursor(query.notificationsCursor);
    const rows = await repo.listNotifications(tx, actor, { state, category, after, limit });
    const page = rows.slice(0, limit);
    const visible = await this.findVisible(
      tx,
      actor,
      page.flatMap((row) => row.lead_id ?? []),
    );
    const last = page.at(-1);
    return {
      items: page.map((row) => presentNotification(row, row.lead_id !== null && visible.has(row.lead_id))),
      nextCursor:
        rows.length > limit && last ? writeTimeCursor([last.created_at.toISOString(), last.id]) : null,
    };
  }

  private async mayOpenOne(tx: Transaction, actor: PersonActor, leadId: string | null): Promise<boolean> {
    return leadId !== null && (await this.findVisible(tx, actor, [leadId])).has(leadId);
  }

  private async findVisible(
    tx: Transaction,
    actor: PersonActor,
    leadIds: readonly string[],
  ): Promise<Set<string>> {
    if (leadIds.length === 0 || !permissionsOf(actor).readLeads) return new Set();
    return new Set(await listVisibleIds(tx, leadScopeOf(actor, this.clock.now()), leadIds));
  }

  /** The leads that the person sees, if they may answer any. */
  private answererScope(actor: PersonActor): LeadScope | undefined {
    const mayAnswer = permissionsOf(actor).readLeads && mayDo(actor, 'accept');
    return mayAnswer ? leadScopeOf(actor, this.clock.now()) : undefined;
  }
}
