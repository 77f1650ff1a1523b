import type { Clock } from '../../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../../platform/database/database.ts';
import { localDay } from '../../../platform/local-day.ts';
import type { Logger } from '../../../platform/log.ts';
import { tryEach } from '../../../platform/try-each.ts';
import type { Outbox } from '../../mail/index.ts';
import { insertNotifications } from '../action-center/notifications.repo.ts';
import { newLeadMail } from '../mails/new-lead/mail.ts';
import { type AddressedLead, addressFollowers, addressLeads, notePassed } from './addressees.ts';
import { contentFor, factsAbout } from './lead-lines.ts';
import { settledBefore } from './lead-standing.rules.ts';
import * as repo from './notices.repo.ts';
import { digestMoment, splitNotices } from './notices.rules.ts';
import { unscopedFindQuietTimes } from './quiet-hours.repo.ts';
import { heldUntil, isHot, quietAt } from './quiet-hours.rules.ts';
import type { Recipient } from './recipients.repo.ts';
import { shareOut } from './recipients.rules.ts';
import { noteSorted, sortOut } from './sorting-out.ts';

/** How long a lead counts as new in a view. */
const newForMs = 24 * 3_600_000;

/** Tells people about new leads, by individual emails or in a digest (NT-1, NT-2). */
export class ArrivalNotices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly log: Logger,
  ) {}

  /** Tells people about new leads of an organization, each recipient once per lead. Safe to run twice. */
  async tell(organizationId: string, leadIds: readonly string[]): Promise<void> {
    const settings = await repo.getNoticeSettings(this.db);
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const leads = await repo.listNoticeLeads(tx, organizationId, leadIds);
      if (leads.length > 0) await this.tellAll(tx, organizationId, leads, settings);
    });
  }

  /**
   * Tells those who follow a view about leads that are in it now that they are checked. Leads of the last day only: one
   * that is checked again later is not new, and neither is one that came from a file. Safe to run twice.
   */
  async tellFollowers(organizationId: string, leadIds: readonly string[]): Promise<void> {
    const settings = await repo.getNoticeSettings(this.db);
    const now = this.clock.now();
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const leads = await repo.listNoticeLeads(tx, organizationId, leadIds);
      const fresh = leads.filter(
        ({ received_at, door }) => door !== 'import' && now.getTime() - received_at.getTime() < newForMs,
      );
      const addressed = await addressFollowers(tx, organizationId, fresh, { now, log: this.log });
      await this.tellThese(tx, organizationId, addressed, settings);
    });
  }

  private async tellAll(
    tx: Transaction,
    organizationId: string,
    leads: readonly repo.NoticeLead[],
    settings: repo.NoticeSettings,
  ): Promise<void> {
    const now = this.clock.now();
    const addressed = await addressLeads(tx, organizationId, leads, { now, log: this.log });
    await notePassed(tx, organizationId, addressed, now);
    await this.tellThese(tx, organizationId, addressed, settings);
  }

  private async tellThese(
    tx: Transaction,
    organizationId: string,
    addressed: readonly AddressedLead[],
    settings: repo.NoticeSettings,
  ): Promise<void> {
    // Two workers that tell the same people lock them in the same order, so they cannot deadlock.
    for (const { recipient, leads: theirs } of shareOut(addressed.map(toPair)))
      await this.tellOne(tx, organizationId, recipient, theirs, settings);
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
      kind: newLeadMail.inLedger[0],
      recipient: recipient.key,
      leadIds: leads.map((lead) => lead.id),
    });
    const open = leads.filter((lead) => !told.has(lead.id));
    const waiting = open.filter((lead) => settledBefore(lead, now) === undefined);
    const quietTimes = await unscopedFindQuietTimes(tx, recipient);
    const quiet = quietAt(quietTimes, zone, now);
    const isHeld = (lead: repo.NoticeLead) => heldUntil(quiet, [lead], now) !== undefined;
    const ways = splitNotices(
      waiting.filter((lead) => !isHeld(lead)).map((lead) => ({ leadId: lead.id, hot: isHot(lead, now) })),
      mailed,
      settings.mailsPerDay,
    );
    const digestDue = digestMoment(now, zone, settings.digestHour);
    const digestAt = quietAt(quietTimes, zone, digestDue)?.until ?? digestDue;
    const notices: repo.NewNotice[] = [];
    for (const lead of open) {
      const base = {
        organizationId,
        leadId: lead.id,
        kind: newLeadMail.inLedger[0],
        recipient: recipient.key,
        personId: recipient.personId,
        address: recipient.address,
      };
      const settled = settledBefore(lead, now);
      const way = ways.get(lead.id);
      if (settled !== undefined) {
        notices.push({ ...base, way: 'unmailed', reason: settled });
      } else if (way === undefined) {
        // What comes in quiet hours comes together when they end (NT-6).
        notices.push({
          ...base,
          way: 'digest',
          reason: recipient.reason,
          digestAt: quiet?.until ?? digestAt,
        });
      } else if (way === 'digest') notices.push({ ...base, way, reason: recipient.reason, digestAt });
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

  /** In the Action center each lead has its own notification, however it is emailed (NT-5). */
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
      facts: { kind: newLeadMail.inActionCenter[0], ...factsAbout(lead), hot: isHot(lead, now) },
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
    const content = contentFor('new-lead', to, [lead], now);
    return this.outbox.put(tx, { organizationId, to, content, reason: to.reason, leadIds: [lead.id] }, now);
  }

  /**
   * Sends the digests that are due, each as one email with all leads that wait for it. Safe to run twice; a failure
   * delays no other digest.
   * @throws AggregateError after all have been tried
   */
  async sendDigests(): Promise<void> {
    const now = this.clock.now();
    const settings = await repo.getNoticeSettings(this.db);
    await tryEach(
      await repo.unscopedFindDueDigests(this.db, now),
      ({ organization_id: organizationId, recipient }) =>
        inOrganization(this.db, { organizationId }, (tx) =>
          this.sendDigest(tx, organizationId, recipient, settings),
        ),
      'digests that could not be put together',
    );
  }

  /**
   * Sends the leads that still wait to the recipient if they still look after them; the rest is recorded, and told to
   * others (NT-2).
   */
  private async sendDigest(
    tx: Transaction,
    organizationId: string,
    key: string,
    settings: repo.NoticeSettings,
  ): Promise<void> {
    const now = this.clock.now();
    const gathered = await repo.lockDigest(tx, organizationId, key, now);
    const leadIds = gathered.map((row) => row.lead_id);
    if (leadIds.length === 0) return;
    const present = await repo.listNoticeLeads(tx, organizationId, leadIds);
    const sorted = await sortOut(tx, { organizationId, key, kind: 'new-lead', leadIds, present, now });
    await noteSorted(tx, { organizationId, key, kind: 'new-lead' }, sorted);
    const { to, leads, lost } = sorted;
    if (to && leads.length > 0) {
      const content = contentFor('digest', to, leads, now);
      const ids = leads.map((lead) => lead.id);
      const mail = { organizationId, to, content, reason: to.reason, leadIds: ids };
      await repo.settleDigest(tx, organizationId, key, ids, await this.outbox.put(tx, mail, now));
    }
    if (lost.length > 0) await this.tellAll(tx, organizationId, lost, settings);
  }
}

const toPair = ({ lead, told }: AddressedLead) => ({ lead, recipients: told });
