import type { Clock } from '../../platform/clock.ts';
import { becomeTenant, type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { insertNotifications } from '../action-center/index.ts';
import { maxLinesPerMail, type Outbox } from '../mail/index.ts';
import { factsAbout, lineOf, linesOf } from './lead-lines.ts';
import { noticeFor, notificationsFor } from './new-notices.ts';
import * as repo from './notices.repo.ts';
import {
  getOperatorOrganizationId,
  listOperatorAdmins,
  listPeople,
  listReferralsAdmins,
  listSwitchedOff,
  type Recipient,
} from './recipients.repo.ts';
import { byPerson, looksAfter } from './recipients.rules.ts';

/** Tells a customer what became of their own inquiry; safe to run twice. */
export type TellCustomer = (about: {
  organizationId: string;
  leadId: string;
  news: 'declined' | 'expired';
}) => Promise<void>;

const newsOf: Readonly<Record<string, 'accepted' | 'declined' | 'expired' | 'won' | 'lost'>> = {
  'lead.accepted': 'accepted',
  'lead.declined': 'declined',
  'lead.expired': 'expired',
  'lead.won': 'won',
  'lead.lost': 'lost',
};

interface Told {
  readonly organizationId: string;
  readonly event: repo.ToldEvent;
  readonly lead: repo.NoticeLead;
}

/** Tells the people concerned what became of leads: senders, teams, the operator, customers (LC-3, LC-4, NT-3). */
export class ChangeNotices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly tellCustomer: TellCustomer,
  ) {}

  /** Tells about events, each recipient once. Safe to run twice. */
  async tell(organizationId: string, eventIds: readonly string[]): Promise<void> {
    const told = await inOrganization(this.db, { organizationId }, async (tx) => {
      const events = await repo.listToldEvents(tx, organizationId, eventIds);
      if (events.length === 0) return [];
      const leadIds = [...new Set(events.map((event) => event.lead_id))];
      const leads = new Map(
        (await repo.listNoticeLeads(tx, organizationId, leadIds)).map((lead) => [lead.id, lead]),
      );
      const all = events.flatMap((event) => {
        const lead = leads.get(event.lead_id);
        return lead ? [{ organizationId, event, lead }] : [];
      });
      const partnerName = await repo.getOrganizationName(tx, organizationId);
      for (const one of all) await this.tellTeam(tx, one);
      for (const one of all) await this.tellSender(tx, one, partnerName);
      await this.notifyExpired(
        tx,
        organizationId,
        all.flatMap(({ event, lead }) => (event.type === 'lead.expired' ? [lead] : [])),
      );
      await this.tellOperator(tx, organizationId, all.filter(isExpiredInquiry), partnerName);
      return all;
    });
    for (const { event, lead } of told.filter(concernsCustomer)) {
      const news = event.type === 'lead.declined' ? 'declined' : 'expired';
      await this.tellCustomer({ organizationId, leadId: lead.id, news });
    }
  }

  /** Reminds those who look after leads whose time to answer runs out. Safe to run twice. */
  async remind(organizationId: string, leadIds: readonly string[]): Promise<void> {
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const now = this.clock.now();
      const leads = (await repo.listNoticeLeads(tx, organizationId, leadIds)).filter(
        (lead) => lead.status === 'Received' && lead.expires_at !== null && lead.expires_at > now,
      );
      const admins = await listReferralsAdmins(tx, organizationId);
      const off = await listSwitchedOff(tx, idsOf(admins.map((one) => one.recipient)), 'expiring-soon');
      for (const { recipient, locationIds } of byPerson(admins)) {
        const theirs = leads.filter((lead) => looksAfter(lead, locationIds, admins));
        await this.remindOne(tx, organizationId, recipient, theirs, off.has(recipient.key));
      }
    });
  }

  private async remindOne(
    tx: Transaction,
    organizationId: string,
    to: Recipient,
    leads: readonly repo.NoticeLead[],
    isOff: boolean,
  ): Promise<void> {
    if (leads.length === 0) return;
    const now = this.clock.now();
    const kind = 'expiring-soon' as const;
    const leadIds = leads.map((lead) => lead.id);
    const told = await repo.listTold(tx, organizationId, { kind, recipient: to.key, leadIds });
    const open = leads.filter((lead) => !told.has(lead.id));
    if (open.length === 0) return;
    const content = { kind, ...linesOf(open, now) };
    const put = () =>
      this.outbox.put(
        tx,
        { organizationId, to, content, reason: to.reason, leadIds: open.map((lead) => lead.id) },
        now,
      );
    const mail = isOff ? undefined : { organizationId, id: await put() };
    await repo.insertNotices(
      tx,
      open.map((lead) => noticeFor(organizationId, lead.id, kind, to, mail)),
      now,
    );
    await insertNotifications(tx, notificationsFor(organizationId, [to], open, kind), now);
  }

  /** Those who look after leads see in the Action center which of them nobody answered in time; no mail (LC-4, NT-5). */
  private async notifyExpired(
    tx: Transaction,
    organizationId: string,
    leads: readonly repo.NoticeLead[],
  ): Promise<void> {
    if (leads.length === 0) return;
    const admins = await listReferralsAdmins(tx, organizationId);
    const told = byPerson(admins).flatMap(({ recipient, locationIds }) => {
      const theirs = leads.filter((lead) => looksAfter(lead, locationIds, admins));
      return notificationsFor(organizationId, [recipient], theirs, 'lead-expired');
    });
    await insertNotifications(tx, told, this.clock.now());
  }

  private async tellTeam(tx: Transaction, { organizationId, event, lead }: Told): Promise<void> {
    if (event.type !== 'lead.accepted' && event.type !== 'lead.edited') return;
    const now = this.clock.now();
    const team = await repo.listTeamIds(tx, organizationId, lead.id);
    const others = await listPeople(
      tx,
      organizationId,
      team.filter((personId) => personId !== event.actor_person_id),
      'team-added',
    );
    const off = await listSwitchedOff(tx, idsOf(others), 'team-assignment');
    for (const to of others) {
      const about = { kind: 'team-assignment' as const, recipient: to.key, leadIds: [lead.id] };
      if ((await repo.listTold(tx, organizationId, about)).size > 0) continue;
      const content = { kind: about.kind, lead: lineOf(lead, now), byName: event.actor_name };
      const mail = off.has(to.key)
        ? undefined
        : {
            organizationId,
            id: await this.outbox.put(
              tx,
              { organizationId, to, content, reason: to.reason, leadIds: [lead.id] },
              now,
            ),
          };
      await repo.insertNotices(tx, [noticeFor(organizationId, lead.id, about.kind, to, mail)], now);
      const facts = { kind: about.kind, ...factsAbout(lead), byName: event.actor_name };
      await insertNotifications(tx, [{ organizationId, personId: to.key, leadId: lead.id, facts }], now);
    }
  }

  private async tellSender(tx: Transaction, told: Told, partnerName: string): Promise<void> {
    const { organizationId, event, lead } = told;
    const news = newsOf[event.type];
    const { sender_person_id: senderId, sender_organization_id: senderOrganization } = lead;
    if (news === undefined || senderId === null || senderOrganization === null) return;
    const now = this.clock.now();
    const [to] = await inside(tx, { here: organizationId, elsewhere: senderOrganization }, () =>
      listPeople(tx, senderOrganization, [senderId], 'lead-sender'),
    );
    const about = { kind: 'sent-lead' as const, recipient: senderId, leadIds: [lead.id], occasion: news };
    if (!to || (await repo.listTold(tx, organizationId, about)).size > 0) return;
    const off = await listSwitchedOff(tx, [senderId], 'sent-lead');
    const content = {
      kind: about.kind,
      news,
      lead: { id: lead.id, customerName: lead.customer_name, partnerName },
    };
    const mail = off.has(senderId)
      ? undefined
      : await this.putElsewhere(tx, organizationId, senderOrganization, () =>
          this.outbox.put(
            tx,
            { organizationId: senderOrganization, to, content, reason: to.reason, leadIds: [lead.id] },
            now,
          ),
        );
    const notice = noticeFor(organizationId, lead.id, about.kind, to, mail);
    await repo.insertNotices(tx, [{ ...notice, occasion: news }], now);
    await inside(tx, { here: organizationId, elsewhere: senderOrganization }, () => {
      const facts = { kind: about.kind, ...factsAbout(lead), partnerName, news };
      const to = { organizationId: senderOrganization, personId: senderId, leadId: lead.id, occasion: news };
      return insertNotifications(tx, [{ ...to, facts }], now);
    });
  }

  /** One mail for all inquiries of a partner that expired together. */
  private async tellOperator(
    tx: Transaction,
    organizationId: string,
    expired: readonly Told[],
    partnerName: string,
  ): Promise<void> {
    const operatorId = expired.length > 0 ? await getOperatorOrganizationId(tx) : undefined;
    if (operatorId === undefined) return;
    const now = this.clock.now();
    await becomeTenant(tx, { organizationId: operatorId });
    const admins = await listOperatorAdmins(tx, operatorId);
    await becomeTenant(tx, { organizationId });
    for (const to of admins) {
      const kind = 'direct-expired' as const;
      const leadIds = expired.map(({ lead }) => lead.id);
      const before = await repo.listTold(tx, organizationId, { kind, recipient: to.key, leadIds });
      const leads = expired.map(({ lead }) => lead).filter((lead) => !before.has(lead.id));
      if (leads.length === 0) continue;
      const placed = leads
        .slice(0, maxLinesPerMail)
        .map((lead) => ({ id: lead.id, customerName: lead.customer_name, partnerName }));
      const content = { kind, leads: placed, total: leads.length };
      const mail = await this.putElsewhere(tx, organizationId, operatorId, () =>
        this.outbox.put(
          tx,
          { organizationId: operatorId, to, content, reason: to.reason, leadIds: leads.map(({ id }) => id) },
          now,
        ),
      );
      await repo.insertNotices(
        tx,
        leads.map((lead) => noticeFor(organizationId, lead.id, kind, to, mail)),
        now,
      );
      await inside(tx, { here: organizationId, elsewhere: operatorId }, () =>
        insertNotifications(
          tx,
          leads.map((lead) => ({
            organizationId: operatorId,
            personId: to.key,
            leadId: lead.id,
            facts: { kind, ...factsAbout(lead), partnerName },
          })),
          now,
        ),
      );
    }
  }

  /** A mail belongs to its recipient's organization; what was told about a lead to the lead's. */
  private async putElsewhere(
    tx: Transaction,
    here: string,
    elsewhere: string,
    put: () => Promise<string>,
  ): Promise<{ organizationId: string; id: string }> {
    return { organizationId: elsewhere, id: await inside(tx, { here, elsewhere }, put) };
  }
}

/** Does something for another organization, and works on for the one it was. */
async function inside<T>(
  tx: Transaction,
  { here, elsewhere }: { here: string; elsewhere: string },
  work: () => Promise<T>,
): Promise<T> {
  await becomeTenant(tx, { organizationId: elsewhere });
  const result = await work();
  await becomeTenant(tx, { organizationId: here });
  return result;
}

function idsOf(recipients: readonly Recipient[]): string[] {
  return recipients.flatMap((recipient) => recipient.personId ?? []);
}

function isExpiredInquiry({ event, lead }: Told): boolean {
  return event.type === 'lead.expired' && lead.qualification === 'Direct' && !lead.is_test;
}

function concernsCustomer({ event, lead }: Told): boolean {
  const over = event.type === 'lead.declined' || event.type === 'lead.expired';
  return over && lead.qualification === 'Direct' && !lead.is_test;
}
