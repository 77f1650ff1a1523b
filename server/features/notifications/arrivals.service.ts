import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { insertNotifications } from '../action-center/index.ts';
import type { Outbox } from '../mail/index.ts';
import { factsAbout, lineOf, linesOf } from './lead-lines.ts';
import * as repo from './notices.repo.ts';
import { digestMoment, localDay, splitNotices } from './notices.rules.ts';
import { listProfileContacts, listReferralsAdmins, type Recipient } from './recipients.repo.ts';
import { isProfileInquiry, recipientsOf } from './recipients.rules.ts';

/** Told about by a mail of its own, or gathered (NT-1, NT-2). */
export class ArrivalNotices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Tells about leads that came to an organization, each recipient once for each lead. Safe to run twice. */
  async tell(organizationId: string, leadIds: readonly string[]): Promise<void> {
    const settings = await repo.getNoticeSettings(this.db);
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const leads = await repo.listNoticeLeads(tx, organizationId, leadIds);
      if (leads.length === 0) return;
      const groups = await groupByRecipient(tx, organizationId, leads);
      await this.noteUntold(tx, organizationId, leads, groups);
      // Two workers that tell the same people meet them in the same order, so neither waits for the other.
      for (const { recipient, leads: theirs } of groups) {
        await this.tellOne(tx, organizationId, recipient, theirs, settings);
      }
    });
  }

  /** A lead that nobody looks after is written down as that, so that the question why has an answer. */
  private async noteUntold(
    tx: Transaction,
    organizationId: string,
    leads: readonly repo.NoticeLead[],
    groups: readonly Group[],
  ): Promise<void> {
    const told = new Set(groups.flatMap((group) => group.leads.map((lead) => lead.id)));
    const untold = leads.filter((lead) => !told.has(lead.id)).map((lead) => lead.id);
    if (untold.length === 0) return;
    const about = { kind: 'new-lead' as const, recipient: 'nobody', leadIds: untold };
    const noted = await repo.listTold(tx, organizationId, about);
    const reason: repo.UnmailedReason = 'nobody-responsible';
    const row = { organizationId, kind: about.kind, recipient: about.recipient, personId: null, address: '' };
    await repo.insertNotices(
      tx,
      untold
        .filter((leadId) => !noted.has(leadId))
        .map((leadId) => ({ ...row, leadId, way: 'unmailed' as const, reason })),
      this.clock.now(),
    );
  }

  private async tellOne(
    tx: Transaction,
    organizationId: string,
    recipient: Recipient,
    leads: readonly repo.NoticeLead[],
    settings: repo.NoticeSettings,
  ): Promise<void> {
    const now = this.clock.now();
    const zone = recipient.timeZone ?? 'UTC';
    const day = localDay(now, zone);
    const mailed = await repo.lockDay(tx, organizationId, recipient.key, day);
    const told = await repo.listTold(tx, organizationId, {
      kind: 'new-lead',
      recipient: recipient.key,
      leadIds: leads.map((lead) => lead.id),
    });
    const open = leads.filter((lead) => !told.has(lead.id));
    const waiting = open.filter((lead) => lead.status === 'Received');
    const ways = splitNotices(
      waiting.map((lead) => ({ leadId: lead.id, hot: isHot(lead, now) })),
      mailed,
      settings.mailsPerDay,
    );
    const digestAt = digestMoment(now, zone, settings.digestHour);
    const notices: repo.NewNotice[] = [];
    for (const lead of open) {
      const base = {
        organizationId,
        leadId: lead.id,
        kind: 'new-lead' as const,
        recipient: recipient.key,
        personId: recipient.personId,
        address: recipient.address,
      };
      const way = ways.get(lead.id);
      if (way === undefined) notices.push({ ...base, way: 'unmailed', reason: 'answered-before' });
      else if (way === 'digest') notices.push({ ...base, way, reason: recipient.reason, digestAt });
      else {
        const id = await this.mailLead(tx, organizationId, recipient, lead, now);
        notices.push({ ...base, way, reason: recipient.reason, mail: { organizationId, id } });
      }
    }
    await repo.insertNotices(tx, notices, now);
    await this.notify(tx, organizationId, recipient, waiting, now);
    const individual = notices.filter((notice) => notice.way === 'individual').length;
    if (individual > 0) await repo.addToDay(tx, organizationId, recipient.key, day, individual);
  }

  /** In the Action center, each lead stands for itself, however it is mailed (NT-5). */
  private async notify(
    tx: Transaction,
    organizationId: string,
    { personId }: Recipient,
    leads: readonly repo.NoticeLead[],
    now: Date,
  ): Promise<void> {
    if (personId === null) return;
    const told = leads.map((lead) => ({
      organizationId,
      personId,
      leadId: lead.id,
      facts: { kind: 'new-lead' as const, ...factsAbout(lead), hot: isHot(lead, now) },
    }));
    await insertNotifications(tx, told, now);
  }

  private mailLead(
    tx: Transaction,
    organizationId: string,
    to: Recipient,
    lead: repo.NoticeLead,
    now: Date,
  ): Promise<string> {
    const content = { kind: 'new-lead' as const, lead: lineOf(lead, now) };
    return this.outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds: [lead.id] }, now);
  }

  /**
   * Sends the digests that are due, each as one mail for all leads that wait for it. Safe to run twice; one that fails
   * keeps no other back. @throws the first failure, when all have been tried
   */
  async sendDigests(): Promise<void> {
    const now = this.clock.now();
    const settings = await repo.getNoticeSettings(this.db);
    const failures: unknown[] = [];
    for (const { organization_id, recipient } of await repo.unscopedFindDueDigests(this.db, now)) {
      await inOrganization(this.db, { organizationId: organization_id }, (tx) =>
        this.sendDigest(tx, organization_id, recipient, settings),
      ).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }

  private async sendDigest(
    tx: Transaction,
    organizationId: string,
    key: string,
    settings: repo.NoticeSettings,
  ): Promise<void> {
    const now = this.clock.now();
    const waiting = await repo.lockDigest(tx, organizationId, key, now);
    const leadIds = waiting.map((row) => row.lead_id);
    if (leadIds.length === 0) return;
    const leads = await repo.listNoticeLeads(tx, organizationId, leadIds);
    const groups = await groupByRecipient(tx, organizationId, leads);
    const to = groups.find((group) => group.recipient.key === key)?.recipient;
    if (!to) {
      // Who left learns nothing more; whoever looks after these leads now does.
      await repo.releaseDigest(tx, organizationId, key, leadIds);
      for (const group of groups)
        await this.tellOne(tx, organizationId, group.recipient, group.leads, settings);
      return;
    }
    const content = { kind: 'digest' as const, ...linesOf(leads, now) };
    const mailId = await this.outbox.put(
      tx,
      { organizationId, to, content, reason: to.reason, leadIds },
      now,
    );
    await repo.settleDigest(tx, organizationId, key, leadIds, mailId);
  }
}

function isHot(lead: repo.NoticeLead, now: Date): boolean {
  return lead.hot_until !== null && lead.hot_until > now;
}

interface Group {
  readonly recipient: Recipient;
  readonly leads: repo.NoticeLead[];
}

/** Who is told about which of the leads (NT-1). */
async function groupByRecipient(
  tx: Transaction,
  organizationId: string,
  leads: readonly repo.NoticeLead[],
): Promise<Group[]> {
  const admins = await listReferralsAdmins(tx, organizationId);
  const contacts = leads.some(isProfileInquiry) ? await listProfileContacts(tx, organizationId) : [];
  const groups = new Map<string, Group>();
  for (const lead of leads) {
    for (const recipient of recipientsOf(lead, admins, contacts)) {
      const group = groups.get(recipient.key) ?? { recipient, leads: [] };
      group.leads.push(lead);
      groups.set(recipient.key, group);
    }
  }
  return [...groups.values()].sort((a, b) => (a.recipient.key < b.recipient.key ? -1 : 1));
}
