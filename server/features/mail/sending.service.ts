import { type MailReason, mailReasons } from '../../../contract/enums.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { enqueueJob } from '../../platform/jobs/jobs.ts';
import type { MailTransport, SendOutcome } from '../../platform/mail/transport.ts';
import { mailsSent } from './mail.metrics.ts';
import * as repo from './mail.repo.ts';
import { hasOutlivedLink, keptHours, nextTry, tryHours, unreachableSeconds } from './mail.rules.ts';
import { mailContent } from './mail-content.ts';
import { renderMail } from './render-mail.ts';

/** So many lost jobs are found again at once. */
const mostPerSweep = 500;

export interface SendingSettings {
  readonly publicUrl: string;
  /** What follows the `@` in the ids of messages. */
  readonly messageDomain: string;
}

/** Sends what is in the outbox (NT-4). */
export class MailSender {
  /** Set while no mail server can be reached. */
  private pause: { readonly until: Date; readonly error: string } | undefined;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    /** undefined: there is no mail server; nothing is sent. */
    private readonly transport: MailTransport | undefined,
    private readonly settings: SendingSettings,
  ) {}

  /**
   * Sends a mail that waits, and writes down how it went. The row stays locked meanwhile: nobody else sends it, and
   * a worker that dies lets go of it. Safe to run twice.
   */
  async send(organizationId: string, mailId: string): Promise<void> {
    const { transport } = this;
    if (!transport) return;
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const now = this.clock.now();
      const mail = await repo.lockDueMail(tx, organizationId, mailId, now);
      if (!mail) return;
      if (hasOutlivedLink({ kind: mail.kind, createdAt: mail.created_at }, now)) {
        const error = 'Its link has run out before the mail could be sent. Ask for a new one.';
        await repo.writeResult(tx, mail, { state: 'failed', attempts: mail.attempts, error });
        return;
      }
      if (this.pause && now < this.pause.until) {
        await this.postpone(tx, mail, this.pause.until, this.pause.error);
        return;
      }
      await repo.allowToWait(tx);
      const outcome = await this.hand(tx, mail, transport);
      mailsSent.inc({ kind: mail.kind, outcome: outcome.kind });
      await this.writeDown(tx, mail, outcome);
    });
  }

  /** Finds mails again whose job was lost, and those that were kept until there was a mail server. */
  async sweep(): Promise<void> {
    if (!this.transport) return;
    const now = this.clock.now();
    await repo.unscopedReleaseKeptMails(this.db, new Date(now.getTime() - keptHours * 3_600_000), now);
    for (const { organization_id, id } of await repo.unscopedFindDueMails(this.db, now, mostPerSweep)) {
      await inOrganization(this.db, { organizationId: organization_id }, (tx) =>
        enqueueJob(tx, 'mail.send', { organizationId: organization_id, mailId: id }, { key: `mail ${id}` }),
      );
    }
  }

  private async hand(tx: Transaction, mail: repo.MailRow, transport: MailTransport): Promise<SendOutcome> {
    const { publicUrl, messageDomain } = this.settings;
    const rendered = await renderMail(
      {
        content: mailContent.parse(mail.content),
        reason: reasonOf(mail.reason),
        locale: mail.locale,
        timeZone: mail.time_zone,
      },
      { publicUrl, linkSecret: await repo.getLinkSecret(tx) },
    );
    return transport.send({
      messageId: `<${mail.id}@${messageDomain}>`,
      to: { name: mail.recipient_name, address: mail.address },
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      // RFC 2369; a page, where nothing happens before the recipient says so.
      headers: rendered.settingsUrl ? { 'List-Unsubscribe': `<${rendered.settingsUrl}>` } : {},
    });
  }

  private async writeDown(tx: Transaction, mail: repo.MailRow, outcome: SendOutcome): Promise<void> {
    const now = this.clock.now();
    const attempts = mail.attempts + 1;
    if (outcome.kind === 'sent') {
      this.pause = undefined;
      await repo.writeResult(tx, mail, { state: 'sent', attempts, sent_at: now, error: null });
      return;
    }
    if (outcome.kind === 'refused') {
      await repo.writeResult(tx, mail, { state: 'failed', attempts, error: outcome.error });
      if (outcome.address && mail.person_id)
        await repo.markAddressRefused(tx, mail.person_id, outcome.error, now);
      return;
    }
    if (outcome.kind === 'unreachable') {
      this.pause = { until: new Date(now.getTime() + unreachableSeconds * 1000), error: outcome.error };
    }
    const next = nextTry({ createdAt: mail.created_at, attempts }, now);
    if (next) await this.postpone(tx, { ...mail, attempts }, next, outcome.error);
    else {
      const error = `Given up after ${tryHours} hours. ${outcome.error}`;
      await repo.writeResult(tx, mail, { state: 'failed', attempts, error });
    }
  }

  private async postpone(tx: Transaction, mail: repo.MailRow, until: Date, error: string): Promise<void> {
    const { organization_id: organizationId, id: mailId, attempts } = mail;
    await repo.writeResult(tx, mail, { state: 'waiting', attempts, due_at: until, error });
    await enqueueJob(tx, 'mail.send', { organizationId, mailId }, { key: `mail ${mailId}`, runAt: until });
  }
}

/** The reason as the contract names it. */
export function reasonOf(kept: string): MailReason {
  return mailReasons.find((reason) => reason === kept) ?? 'organization-admin';
}
