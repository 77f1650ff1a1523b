import type {
  Action,
  ActionCenter,
  ActionCenterCounts,
  ActionCenterQuery,
  Notification,
  NotificationPage,
} from '../../../../contract/messages/action-center.ts';
import type { Spoken } from '../../../../contract/sentences.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../../platform/time-cursor.ts';
import { hasPermission, type PersonActor } from '../../identity/index.ts';
import { countSuspected } from '../../intake/index.ts';
import {
  countLeadsToShare,
  type LeadScope,
  leadScopeOf,
  listDueSteps,
  listVisibleIds,
  mayDo,
} from '../../leads/index.ts';
import { findWorkingCalendar } from '../../working-time/index.ts';
import * as causes from './actions.repo.ts';
import {
  type ActionCauses,
  answerAction,
  failedMailDays,
  mandatoryActions,
  stepAction,
} from './actions.rules.ts';
import { sentence } from './catalogue.ts';
import { presentNotification } from './notifications.presenter.ts';
import * as repo from './notifications.repo.ts';

const nothing = () => ({ items: [], nextCursor: null });
const dayMilliseconds = 86_400_000;
/** News about waiting leads, which are listed among the actions as well. */
const alsoActions = ['new-lead', 'expiring-soon'];

/** What someone should do, and what happened (NT-5), in the organization they currently work in. */
export class ActionCenterService {
  /** @param mailsAreSent false: there is no mail server */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mailsAreSent: boolean,
  ) {}

  /** For the badge: counted from the rows, so that it is right even under concurrent changes. */
  counts(actor: PersonActor): Promise<ActionCenterCounts> {
    return inOrganization(this.db, actor, (tx) => this.countAll(tx, actor));
  }

  /** One page of each list, and the counts. @throws AppError invalid-cursor */
  read(actor: PersonActor, query: ActionCenterQuery): Promise<Spoken<ActionCenter>> {
    return inOrganization(this.db, actor, async (tx) => ({
      counts: await this.countAll(tx, actor),
      actions: query.list === 'notifications' ? nothing() : await this.listActions(tx, actor, query),
      notifications: query.list === 'actions' ? nothing() : await this.listNotifications(tx, actor, query),
    }));
  }

  /** Marks one of the person's notifications; idempotent. @throws AppError not-found */
  async mark(
    actor: PersonActor,
    notificationId: string,
    mark: repo.NotificationMark,
  ): Promise<Spoken<Notification>> {
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const row = await repo.markNotification(tx, actor, notificationId, mark, now);
      if (!row) throw notFound(sentence('noNotification'));
      return presentNotification(row, (await this.findOpenable(tx, actor, [row])).has(row.id));
    });
  }

  /** @param until anything that happened later stays unread; undefined: everything until now */
  markAllRead(actor: PersonActor, until: Date | undefined): Promise<ActionCenterCounts> {
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      await repo.markAllRead(tx, actor, until ?? now, now);
      return this.countAll(tx, actor);
    });
  }

  /** The person has looked: what is there is no longer new. */
  see(actor: PersonActor): Promise<ActionCenterCounts> {
    return inOrganization(this.db, actor, async (tx) => {
      await repo.markSeen(tx, actor, this.clock.now());
      return this.countAll(tx, actor);
    });
  }

  private async countAll(tx: Transaction, actor: PersonActor): Promise<ActionCenterCounts> {
    const scope = this.answererScope(actor);
    const mandatory = mandatoryActions(await this.findCauses(tx, actor)).length;
    const since = (await repo.findSeen(tx, actor)) ?? new Date(0);
    const leads = scope ? await this.countPressing(tx, scope, since) : { due: 0, fresh: 0 };
    const steps = scope ? await listDueSteps(tx, scope) : [];
    // A waiting lead counts as an action, and not a second time as the news that it came or expires soon.
    const news = await repo.countFresh(tx, actor, since, scope ? alsoActions : []);
    return {
      mandatory,
      recommended: scope ? (await causes.countWaitingLeads(tx, scope)) + steps.length : 0,
      unread: await repo.countUnread(tx, actor),
      due: mandatory + leads.due + steps.length,
      fresh: leads.fresh + news,
    };
  }

  /** Leads that are due, by the rule for showing them, and of the others those that came since. */
  private async countPressing(tx: Transaction, scope: LeadScope, since: Date) {
    const calendar = await findWorkingCalendar(tx, scope.organizationId);
    const first = await causes.listWaitingLeads(tx, scope, undefined, causes.mostCounted);
    const due = first.filter((lead) => answerAction(lead, calendar, scope.now).urgency === 'now');
    const endingAfter = due.at(-1)?.expires_at ?? scope.now;
    return { due: due.length, fresh: await causes.countFreshLeads(tx, scope, { since, endingAfter }) };
  }

  private async findCauses(tx: Transaction, actor: PersonActor): Promise<ActionCauses> {
    const now = this.clock.now();
    const { organizationId, personId } = actor;
    const address = await causes.getAddress(tx, personId);
    const isOperator = hasPermission(actor, 'superviseInstallation');
    const since = new Date(now.getTime() - failedMailDays * dayMilliseconds);
    return {
      address: address.email,
      isRefused: address.email_refused_at !== null,
      isConfirmed: address.email_verified_at !== null,
      mailsAreSent: this.mailsAreSent,
      unrouted: isOperator ? await causes.countUnroutedLeads(tx, leadScopeOf(actor, now)) : 0,
      suspected: isOperator ? await countSuspected(tx, organizationId) : 0,
      toShare: hasPermission(actor, 'shareLeads') ? await countLeadsToShare(tx, organizationId) : 0,
      failedMails: isOperator ? await causes.countFailedMails(tx, organizationId, since) : 0,
      refusedColleagues: hasPermission(actor, 'managePeople')
        ? await causes.listRefusedColleagues(tx, organizationId, personId)
        : [],
    };
  }

  /** Mandatory actions come before all others, on the first page. */
  private async listActions(tx: Transaction, actor: PersonActor, query: ActionCenterQuery) {
    const { level, limit } = query;
    const after = readTimeCursor(query.actionsCursor);
    const items: Spoken<Action>[] = [];
    if (level !== 'recommended' && after === undefined)
      items.push(...mandatoryActions(await this.findCauses(tx, actor)));
    const scope = level === 'mandatory' ? undefined : this.answererScope(actor);
    if (!scope) return { items, nextCursor: null };
    // What someone planned for today comes before what is merely waiting, on the first page.
    if (after === undefined) items.push(...(await listDueSteps(tx, scope)).map(stepAction));
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
  ): Promise<Spoken<NotificationPage>> {
    const { state, category, limit } = query;
    const after = readTimeCursor(query.notificationsCursor);
    const rows = await repo.listNotifications(tx, actor, { state, category, after, limit });
    const page = rows.slice(0, limit);
    const openable = await this.findOpenable(tx, actor, page);
    const last = page.at(-1);
    return {
      items: page.map((row) => presentNotification(row, openable.has(row.id))),
      nextCursor:
        rows.length > limit && last ? writeTimeCursor([last.created_at.toISOString(), last.id]) : null,
    };
  }

  /**
   * Ids of the notifications whose lead the person may open: their organization's, or a partner's on the operator's
   * page.
   */
  private async findOpenable(
    tx: Transaction,
    actor: PersonActor,
    rows: readonly Pick<repo.NotificationRow, 'id' | 'kind' | 'lead_id'>[],
  ): Promise<Set<string>> {
    const isPartners = ({ kind }: { kind: string }) => kind === 'direct-expired';
    const own = rows.filter((row) => !isPartners(row)).flatMap((row) => row.lead_id ?? []);
    const scope =
      own.length > 0 && hasPermission(actor, 'readLeads') ? leadScopeOf(actor, this.clock.now()) : undefined;
    const visible = new Set(scope && (await listVisibleIds(tx, scope, own)));
    const mayOpen = (row: (typeof rows)[number]) =>
      isPartners(row)
        ? hasPermission(actor, 'seePartnerLeads')
        : row.lead_id !== null && visible.has(row.lead_id);
    return new Set(rows.filter(mayOpen).map(({ id }) => id));
  }

  /** The scope of leads that the person sees, if they may answer any. */
  private answererScope(actor: PersonActor): (LeadScope & { readonly personId: string }) | undefined {
    const mayAnswer = hasPermission(actor, 'readLeads') && mayDo(actor, 'accept');
    return mayAnswer ? { ...leadScopeOf(actor, this.clock.now()), personId: actor.personId } : undefined;
  }
}
