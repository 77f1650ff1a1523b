import type { Home, HomeDesk, HomeOperator, HomeSent, HomeSetUp } from '../../../contract/home/home.ts';
import { mostJudged, mostPartnerLeads } from '../../../contract/home/limits.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, readInOrganization, type Transaction } from '../../platform/database/database.ts';
import { localDay } from '../../platform/local-day.ts';
import { findPerson, hasPermission, type PersonActor } from '../identity/index.ts';
import { countSentLeads, countSuspected, listSentLeads, presentSentLead } from '../intake/index.ts';
import {
  type LeadScope,
  leadScopeOf,
  listDueSteps,
  readStepClock,
  recordContactsInPlace,
} from '../leads/index.ts';
import {
  answerAction,
  countFailedMails,
  countWaitingLeads,
  failedMailDays,
  listWaitingLeads,
} from '../messages/index.ts';
import { countPartnerLeads } from '../partners/index.ts';
import { findWorkingCalendar } from '../working-time/index.ts';
import * as repo from './desk.repo.ts';
import {
  type HomeLeadRow,
  presentHomeDeal,
  presentHomeLead,
  presentHomeStep,
  presentLeadToAnswer,
} from './home.presenter.ts';
import { freshHours, sentDays, shownItems, standingDays } from './home.rules.ts';
import { readSetUp } from './set-up.repo.ts';

const dayMs = 86_400_000;

/** Where a part of the page reads from: a person's leads at a moment. */
interface Desk {
  readonly tx: Transaction;
  readonly scope: LeadScope & { readonly personId: string };
}

/** The home page (WS-12): everything that concerns a person, within what they may see. */
export class HomeService {
  /** @param mailsAreSent false: there is no mail server */
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly mailsAreSent: boolean,
  ) {}

  read(actor: PersonActor): Promise<Home> {
    const now = this.clock.now();
    const may = (permission: Parameters<typeof hasPermission>[1]) => hasPermission(actor, permission);
    return readInOrganization(this.db, actor, async (tx) => ({
      desk: may('readLeads') && may('workLeads') ? await readDesk(tx, actor, now) : null,
      operator: may('routeLeads') ? await readOperator(tx, actor, now) : null,
      sent: may('createLeads') ? await readSent(tx, now) : null,
      setUp:
        may('managePeople') && actor.organizationKind === 'partner' ? await this.readSetUp(tx, actor) : null,
      outbox: may('readOutbox')
        ? { days: failedMailDays, failed: await countFailed(tx, actor.organizationId, now) }
        : null,
    }));
  }

  private async readSetUp(tx: Transaction, actor: PersonActor): Promise<HomeSetUp> {
    const row = await readSetUp(tx, actor.organizationId, actor.personId);
    return {
      people: row.people,
      invitations: row.invitations,
      workingCalendar: row.has_calendar,
      intake: row.has_intake,
      addressConfirmed: this.mailsAreSent ? row.is_confirmed : null,
      testLead: row.has_test_lead,
    };
  }
}

function countFailed(tx: Transaction, organizationId: string, now: Date): Promise<number> {
  return countFailedMails(tx, organizationId, new Date(now.getTime() - failedMailDays * dayMs));
}

async function readDesk(tx: Transaction, actor: PersonActor, now: Date): Promise<HomeDesk> {
  const desk = { tx, scope: { ...leadScopeOf(actor, now), personId: actor.personId } };
  const waiting = await readToAnswer(desk);
  const hot = await repo.readHot(tx, desk.scope, shownItems);
  const since = new Date(now.getTime() - freshHours * 3_600_000);
  const fresh = await repo.readFresh(tx, desk.scope, since, shownItems);
  const deals = await readDeals(desk);
  const standing = await repo.readStanding(tx, desk.scope, new Date(now.getTime() - standingDays * dayMs));
  const steps = await readSteps(desk);
  const shown = [...waiting.shown, ...hot.rows, ...fresh.rows, ...steps.shown, ...deals.shown];
  await recordContactsInPlace(tx, actor, shown, now);
  return {
    toAnswer: waiting.toAnswer,
    hot: { count: hot.count, items: hot.rows.map((row) => presentHomeLead(row, now)) },
    fresh: {
      hours: freshHours,
      count: fresh.count,
      items: fresh.rows.map((row) => presentHomeLead(row, now)),
    },
    nextSteps: steps.nextSteps,
    deals: deals.deals,
    standing: {
      days: standingDays,
      answered: standing.answered,
      expired: standing.expired,
      medianMinutes: standing.median_minutes,
    },
  };
}

/** What is due, by the same rule as the bell (NT-5). */
async function readToAnswer({ tx, scope }: Desk) {
  const calendar = await findWorkingCalendar(tx, scope.organizationId);
  const waiting = await listWaitingLeads(tx, scope, undefined, mostJudged);
  const judged = waiting.map((lead) => {
    const row: HomeLeadRow = { ...lead, status: 'Received', available_until: null };
    return { row, action: answerAction(lead, calendar, scope.now) };
  });
  const pressing = judged.flatMap(({ row, action }) => {
    const item = presentLeadToAnswer(row, action, scope.now);
    return item ? [{ row, item }] : [];
  });
  const ofUrgency = (urgency: string) => pressing.filter(({ item }) => item.urgency === urgency).length;
  const shown = pressing.slice(0, shownItems);
  return {
    shown: shown.map(({ row }) => row),
    toAnswer: {
      now: ofUrgency('now'),
      soon: ofUrgency('soon'),
      waiting: await countWaitingLeads(tx, scope),
      nextDueAt: judged.find(({ action }) => action.dueAt !== null)?.action.dueAt ?? null,
      items: shown.map(({ item }) => item),
    },
  };
}

/** What the person planned for today and before, by the same rule as the bell (WS-16). */
async function readSteps({ tx, scope }: Desk) {
  const due = await listDueSteps(tx, scope);
  const clock = await readStepClock(tx, scope);
  const first = due.slice(0, shownItems);
  return {
    shown: first.map(({ row }) => row),
    nextSteps: {
      count: due.length,
      items: first.map((one) => presentHomeStep(one, clock, scope.now)),
    },
  };
}

async function readDeals({ tx, scope }: Desk) {
  const person = await findPerson(tx, scope.personId);
  const today = localDay(scope.now, person?.time_zone);
  const byCurrency = await repo.sumOwnDeals(tx, scope, today);
  const shown = byCurrency.length > 0 ? await repo.listOwnDeals(tx, scope, shownItems) : [];
  const total = (of: (row: (typeof byCurrency)[number]) => number) =>
    byCurrency.reduce((sum, row) => sum + of(row), 0);
  return {
    shown,
    deals: {
      count: total((row) => row.deals),
      overdue: total((row) => row.overdue),
      visible: await repo.countDeals(tx, scope),
      sums: byCurrency.flatMap(({ currency, amount, deals }) =>
        currency === null ? [] : [{ currency, amountMinor: amount, deals }],
      ),
      items: shown.map((row) => presentHomeDeal(row, today, scope.now)),
    },
  };
}

async function readOperator(tx: Transaction, actor: PersonActor, now: Date): Promise<HomeOperator> {
  const scope = leadScopeOf(actor, now);
  const unrouted = await repo.readUnrouted(tx, scope, shownItems);
  await recordContactsInPlace(tx, actor, unrouted.rows, now);
  return {
    unrouted: {
      count: unrouted.count,
      items: unrouted.rows.map((row) => presentHomeLead(row, now)),
    },
    suspected: hasPermission(actor, 'decideQuarantine')
      ? await countSuspected(tx, actor.organizationId)
      : null,
    partners: hasPermission(actor, 'seePartnerLeads')
      ? await countPartnerLeads(tx, now, mostPartnerLeads + 1)
      : null,
  };
}

async function readSent(tx: Transaction, now: Date): Promise<HomeSent> {
  const since = new Date(now.getTime() - sentDays * dayMs);
  const rows = await listSentLeads(tx, { after: undefined, words: [], limit: shownItems });
  return {
    days: sentDays,
    states: await countSentLeads(tx, since, now),
    items: rows.map((row) => presentSentLead(row, now)),
  };
}
