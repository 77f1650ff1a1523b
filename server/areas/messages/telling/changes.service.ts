import type { CustomerUntoldReason } from '../../../../contract/mail/lists.ts';
import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import type { Outbox } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { expiringSoonMail } from '../mails/expiring-soon/mail.ts';
import { teamAssignmentMail } from '../mails/team-assignment/mail.ts';
import { whyUnmailed } from './daily-limit.ts';
import { contentFor, factsAbout, lineOf } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import { tellMentioned } from './mention-notices.ts';
import { noticeFor, notificationsFor } from './new-notices.ts';
import * as repo from './notices.repo.ts';
import { tellOperator } from './operator-notices.ts';
import { isByRule, tellOwners } from './owner-notices.ts';
import { unscopedFindHeldUntil } from './quiet-hours.repo.ts';
import {
  findAbsence,
  listStaff,
  listTeamMates,
  type Recipient,
  unscopedListSwitchedOff,
} from './recipients.repo.ts';
import { responsibleFor, shareOut } from './recipients.rules.ts';
import { tellSender } from './sender-notices.ts';
import { tellUnanswered } from './unanswered-notices.ts';

/** Whether a customer was told how their request went: by which email, or why not. */
export type CustomerOutcome =
  | { readonly mail: { readonly organizationId: string; readonly id: string } }
  | { readonly reason: CustomerUntoldReason };

/** Tells a customer how their own inquiry went; safe to run twice, with the same outcome. */
export type TellCustomer = (about: {
  organizationId: string;
  leadId: string;
  news: 'declined' | 'expired';
}) => Promise<CustomerOutcome>;

/** An event and its lead. */
export interface Told {
  readonly organizationId: string;
  readonly event: repo.ToldEvent;
  readonly lead: repo.NoticeLead;
}

/** Tells the people concerned what happened to leads: senders, owners, teams, the operator, customers (LC-3, LC-4, NT-3). */
export class ChangeNotices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly tellCustomer: TellCustomer,
  ) {}

  /** Tells people about events, each recipient once. Safe to run twice. */
  async tell(organizationId: string, eventIds: readonly string[]): Promise<void> {
    const told = await this.inside(organizationId, async (tx) => {
      const events = await repo.listToldEvents(tx, organizationId, eventIds);
      // What rules give comes one by one, but day after day: it counts as what happens together does.
      const isLimited = events.length > 1 || events.some(isByRule);
      const settings = isLimited ? await repo.getNoticeSettings(tx) : undefined;
      const now = this.clock.now();
      await tellOwners(tx, this.outbox, organizationId, events.filter(isAssigned), { now, settings });
      await tellMentioned(tx, this.outbox, organizationId, events, now);
      const all = await withLeads(tx, organizationId, events);
      if (all.length === 0) return [];
      const partnerName = await repo.getOrganizationName(tx, organizationId);
      await this.tellTeams(tx, organizationId, all.filter(mayJoin), settings);
      for (const one of all) await tellSender(tx, this.outbox, one, partnerName, { now, settings });
      await this.notifyExpired(
        tx,
        organizationId,
        all.filter(isExpired).map(({ lead }) => lead),
      );
      return all;
    });
    await this.tellCustomers(organizationId, told.filter(isOver));
    // The email to the operator says for each lead whether its customer was told, so this comes last.
    const inquiries = told.filter(isExpiredInquiry).map(({ lead }) => lead);
    if (inquiries.length > 0)
      await this.inside(organizationId, (tx) =>
        tellOperator(tx, this.outbox, organizationId, inquiries, this.clock.now()),
      );
  }

  /** Tells somebody that nobody has answered leads in time (WT-3). Safe to run twice. */
  async tellUnanswered(organizationId: string, leadIds: readonly string[]): Promise<void> {
    await this.inside(organizationId, (tx) =>
      tellUnanswered(tx, this.outbox, organizationId, leadIds, this.clock.now()),
    );
  }

  /** Reminds the people who look after leads that expire soon. Safe to run twice. */
  async remind(organizationId: string, leadIds: readonly string[]): Promise<void> {
    await this.inside(organizationId, async (tx) => {
      const now = this.clock.now();
      const leads = (await repo.listNoticeLeads(tx, organizationId, leadIds)).filter(
        (lead) => lead.expires_at !== null && settledBefore(lead, now) === undefined,
      );
      const staff = await listStaff(tx, organizationId);
      const addressed = leads.map((lead) => ({ lead, ...responsibleFor(lead, staff) }));
      const told = shareOut(addressed.map(({ lead, told: recipients }) => ({ lead, recipients })));
      const off = await unscopedListSwitchedOff(
        tx,
        idsOf(told.map((one) => one.recipient)),
        expiringSoonMail.category.key,
      );
      for (const { recipient, leads: theirs } of told)
        await this.remindOne(
          tx,
          organizationId,
          recipient,
          theirs,
          off.has(recipient.key) ? 'switched-off' : undefined,
        );
      const passed = shareOut(
        addressed.map(({ lead, passed: others }) => ({
          lead,
          recipients: others.map(({ recipient }) => recipient),
        })),
      );
      for (const { recipient, leads: theirs } of passed)
        await this.remindOne(tx, organizationId, recipient, theirs, 'address-refused');
    });
  }

  private async remindOne(
    tx: Transaction,
    organizationId: string,
    to: Recipient,
    leads: readonly repo.NoticeLead[],
    untold: 'switched-off' | 'address-refused' | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const [kind] = expiringSoonMail.inLedger;
    const leadIds = leads.map((lead) => lead.id);
    const told = await repo.listTold(tx, organizationId, { kind, recipient: to.key, leadIds });
    const open = leads.filter((lead) => !told.has(lead.id));
    if (open.length === 0) return;
    const openIds = open.map((lead) => lead.id);
    const put = () => {
      const content = contentFor(kind, to, open, now);
      return this.outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds: openIds }, now);
    };
    const outcome = untold ?? { organizationId, id: await put() };
    const rows = openIds.map((id) => noticeFor(organizationId, id, kind, to, outcome));
    await repo.insertNotices(tx, rows, now);
    await insertNotifications(
      tx,
      notificationsFor(organizationId, [to], open, expiringSoonMail.inActionCenter[0]),
      now,
    );
  }

  /**
   * The Action center shows people who look after leads which of them nobody answered in time; no email (LC-4, NT-5).
   */
  private async notifyExpired(
    tx: Transaction,
    organizationId: string,
    leads: readonly repo.NoticeLead[],
  ): Promise<void> {
    if (leads.length === 0) return;
    const staff = await listStaff(tx, organizationId);
    const told = leads.flatMap((lead) => {
      const addressed = responsibleFor(lead, staff);
      const recipients = [...addressed.told, ...addressed.passed.map(({ recipient }) => recipient)];
      return notificationsFor(organizationId, recipients, [lead], 'lead-expired');
    });
    await insertNotifications(tx, told, this.clock.now());
  }

  /** Tells those whom others put into the teams of leads. Most teams of many leads are only who accepted them. */
  private async tellTeams(
    tx: Transaction,
    organizationId: string,
    all: readonly Told[],
    settings: repo.NoticeSettings | undefined,
  ): Promise<void> {
    const leadIds = [...new Set(all.map(({ lead }) => lead.id))];
    const teams = await repo.listTeams(tx, organizationId, leadIds);
    for (const one of all) {
      const team = teams.get(one.lead.id) ?? [];
      const added = team.filter((personId) => personId !== one.event.actor_person_id);
      if (added.length > 0) await this.tellAdded(tx, one, added, settings);
    }
  }

  private async tellAdded(
    tx: Transaction,
    { organizationId, event, lead }: Told,
    added: readonly string[],
    settings: repo.NoticeSettings | undefined,
  ): Promise<void> {
    const now = this.clock.now();
    const others = await listTeamMates(tx, organizationId, added, lead.location_id);
    const unseeing = added.filter((personId) => !others.some(({ key }) => key === personId));
    await this.noteUnseeing(tx, organizationId, lead.id, unseeing);
    const off = await unscopedListSwitchedOff(tx, idsOf(others), teamAssignmentMail.category.key);
    for (const to of others) {
      const about = { kind: teamAssignmentMail.inLedger[0], recipient: to.key, leadIds: [lead.id] };
      if ((await repo.listTold(tx, organizationId, about)).size > 0) continue;
      const content = teamAssignmentMail.of({ lead: lineOf(lead, now), byName: event.actor_name });
      const notBefore = await unscopedFindHeldUntil(tx, to, [lead], now);
      const mail = { organizationId, to, content, reason: to.reason, leadIds: [lead.id], notBefore };
      const put = () => this.outbox.put(tx, mail, now);
      const untold = await whyUnmailed(tx, organizationId, to, { off, settings, now });
      const outcome = untold ?? { organizationId, id: await put() };
      const notice = noticeFor(organizationId, lead.id, about.kind, to, outcome);
      await repo.insertNotices(tx, [notice], now);
      const facts = {
        kind: teamAssignmentMail.inActionCenter[0],
        ...factsAbout(lead),
        byName: event.actor_name,
      };
      await insertNotifications(tx, [{ organizationId, personId: to.key, leadId: lead.id, facts }], now);
    }
  }

  /** Team members who left, or whose role does not cover the lead's location, could not open it. */
  private async noteUnseeing(
    tx: Transaction,
    organizationId: string,
    leadId: string,
    personIds: readonly string[],
  ): Promise<void> {
    for (const personId of personIds) {
      const about = { kind: teamAssignmentMail.inLedger[0], recipient: personId, leadIds: [leadId] };
      if ((await repo.listTold(tx, organizationId, about)).size > 0) continue;
      const reason = (await findAbsence(tx, organizationId, personId)) ?? 'out-of-scope';
      const row = { organizationId, leadId, kind: about.kind, recipient: personId, personId, address: '' };
      await repo.insertNotices(tx, [{ ...row, way: 'unmailed', reason }], this.clock.now());
    }
  }

  /** The ledger records for each lead whether its customer was told, and if not, why (LC-3, LC-4, NT-4). */
  private async tellCustomers(organizationId: string, over: readonly Told[]): Promise<void> {
    const outcomes: CustomerNotice[] = [];
    for (const { event, lead } of over) {
      const news = event.type === 'lead.declined' ? 'declined' : 'expired';
      const outcome = await this.tellCustomer({ organizationId, leadId: lead.id, news });
      outcomes.push({ organizationId, leadId: lead.id, occasion: news, outcome });
    }
    if (outcomes.length === 0) return;
    await this.inside(organizationId, (tx) => noteCustomers(tx, organizationId, outcomes, this.clock.now()));
  }

  private inside<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inOrganization(this.db, { organizationId }, work);
  }
}

interface CustomerNotice {
  readonly organizationId: string;
  readonly leadId: string;
  readonly occasion: 'declined' | 'expired';
  readonly outcome: CustomerOutcome;
}

async function noteCustomers(
  tx: Transaction,
  organizationId: string,
  outcomes: readonly CustomerNotice[],
  now: Date,
): Promise<void> {
  // A partner's ledger contains no customer's address.
  const whom = { kind: 'customer' as const, recipient: 'customer', personId: null, address: '' };
  for (const occasion of ['declined', 'expired'] as const) {
    const ended = outcomes.filter((one) => one.occasion === occasion);
    const leadIds = ended.map(({ leadId }) => leadId);
    const noted = await repo.listTold(tx, organizationId, { ...whom, leadIds, occasion });
    const rows = ended
      .filter(({ leadId }) => !noted.has(leadId))
      .map(({ outcome, ...about }) =>
        'mail' in outcome
          ? { ...whom, ...about, way: 'individual' as const, reason: 'customer-request', mail: outcome.mail }
          : { ...whom, ...about, way: 'unmailed' as const, reason: outcome.reason },
      );
    await repo.insertNotices(tx, rows, now);
  }
}

async function withLeads(
  tx: Transaction,
  organizationId: string,
  events: readonly repo.ToldEvent[],
): Promise<Told[]> {
  const leadIds = [...new Set(events.map((event) => event.lead_id))];
  const leads = new Map(
    (await repo.listNoticeLeads(tx, organizationId, leadIds)).map((lead) => [lead.id, lead]),
  );
  return events.flatMap((event) => {
    const lead = leads.get(event.lead_id);
    return lead ? [{ organizationId, event, lead }] : [];
  });
}

function idsOf(recipients: readonly Recipient[]): string[] {
  return recipients.flatMap((recipient) => recipient.personId ?? []);
}

const mayJoin = ({ event }: Told) => event.type === 'lead.accepted' || event.type === 'lead.edited';
const isAssigned = ({ type }: repo.ToldEvent) => type === 'lead.assigned';
const isExpired = ({ event }: Told) => event.type === 'lead.expired';
const isOver = ({ event }: Told) => event.type === 'lead.declined' || event.type === 'lead.expired';

function isExpiredInquiry(told: Told): boolean {
  return isExpired(told) && told.lead.qualification === 'Direct' && !told.lead.is_test;
}
