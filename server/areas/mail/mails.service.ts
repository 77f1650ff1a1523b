import type { MailDetails, MailPage, MailQuery, MailSummary } from '../../../contract/mail/mail.ts';
import type { Sentence, Spoken } from '../../../contract/sentences.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { readTimeCursor, writeTimeCursor } from '../../platform/time-cursor.ts';
import { type AccessEntry, recordRead } from '../audit/index.ts';
import { type Actor, requirePermission } from '../identity/index.ts';
import { sentence } from './catalogue.ts';
import type { MailKinds } from './kinds/mail-kinds.ts';
import * as repo from './mail.repo.ts';
import { presentMail, readMail, type StoredMail } from './mails.presenter.ts';
import { renderMail } from './render-mail.ts';

export interface OutboxSettings {
  readonly kinds: MailKinds;
  readonly publicUrl: string;
  /** false: there is no mail server. */
  readonly mailsAreSent: boolean;
}

/** The outbox as people read it: every email of their organization, and its delivery (NT-4). */
export class MailsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: OutboxSettings,
  ) {}

  /** Newest first. @throws AppError not-allowed, invalid-cursor */
  async list(actor: Actor, query: MailQuery): Promise<Spoken<MailPage>> {
    requirePermission(actor, 'readOutbox');
    const { cursor, limit, ...filter } = query;
    const after = readTimeCursor(cursor);
    return inOrganization(this.db, actor, async (tx) => {
      const rows = await repo.listMails(tx, actor.organizationId, filter, after, limit);
      const page = rows.slice(0, limit).map((row) => readMail(this.settings.kinds, row));
      await this.logCustomers(tx, actor, 'mail.list', page);
      const last = page.at(-1)?.row;
      return {
        items: await this.present(tx, actor, page),
        nextCursor:
          rows.length > limit && last ? writeTimeCursor([last.created_at.toISOString(), last.id]) : null,
        mailsAreSent: this.settings.mailsAreSent,
      };
    });
  }

  /** An email as its recipient reads it. @throws AppError not-allowed, not-found */
  async read(actor: Actor, mailId: string): Promise<Spoken<MailDetails>> {
    requirePermission(actor, 'readOutbox');
    return inOrganization(this.db, actor, async (tx) => {
      const mail = await this.getMail(tx, actor, mailId);
      await this.logCustomers(tx, actor, 'mail.read', [mail]);
      return this.presentDetails(tx, actor, mail);
    });
  }

  /**
   * Retries an email that failed or was kept, immediately. @throws AppError not-allowed, not-found, action-not-possible
   */
  async retry(actor: Actor, mailId: string): Promise<Spoken<MailDetails>> {
    requirePermission(actor, 'readOutbox');
    const now = this.clock.now();
    return inOrganization(this.db, actor, async (tx) => {
      const before = await this.getMail(tx, actor, mailId);
      if (!this.settings.mailsAreSent) {
        throw await this.refusal(tx, actor, before, sentence('noMailServer'));
      }
      if (!(await repo.reviveMail(tx, actor.organizationId, mailId, now))) {
        throw await this.refusal(tx, actor, before, sentence('alreadySent'));
      }
      return this.presentDetails(tx, actor, await this.getMail(tx, actor, mailId));
    });
  }

  private async refusal(
    tx: Transaction,
    actor: Actor,
    mail: StoredMail,
    reason: Sentence,
  ): Promise<AppError> {
    const current = await this.presentDetails(tx, actor, mail);
    return new AppError('action-not-possible', reason, { current });
  }

  private async present(
    tx: Transaction,
    actor: Actor,
    mails: readonly StoredMail[],
  ): Promise<Spoken<MailSummary>[]> {
    const leadIds = mails.flatMap(({ row }) => row.lead_ids);
    const ownLeadIds = await repo.findOwnLeads(tx, actor.organizationId, leadIds);
    return mails.map((mail) => presentMail(mail, { ...this.settings, ownLeadIds }));
  }

  private async presentDetails(
    tx: Transaction,
    actor: Actor,
    stored: StoredMail,
  ): Promise<Spoken<MailDetails>> {
    const ownLeadIds = await repo.findOwnLeads(tx, actor.organizationId, stored.row.lead_ids);
    const { publicUrl } = this.settings;
    // Without the secret, links that let someone in are shown as dots.
    const { text, html, hidesLink } = renderMail(stored.mail, { publicUrl, linkSecret: undefined });
    return {
      ...presentMail(stored, { ...this.settings, ownLeadIds }),
      text,
      html,
      hidesLink,
    };
  }

  /** Emails to customers are about leads of partners: the access log records who viewed them (ID-7). */
  private async logCustomers(
    tx: Transaction,
    actor: Actor,
    action: AccessEntry['action'],
    mails: readonly StoredMail[],
  ): Promise<void> {
    const toCustomers = mails.filter(({ mail }) => mail.content.toCustomer);
    const leadIds = toCustomers.flatMap(({ row }) => row.lead_ids);
    await recordRead(tx, actor, { action, leadIds: [...new Set(leadIds)], at: this.clock.now() });
  }

  private async getMail(tx: Transaction, actor: Actor, mailId: string): Promise<StoredMail> {
    const row = await repo.findMail(tx, actor.organizationId, mailId);
    if (!row) throw notFound(sentence('gone'));
    return readMail(this.settings.kinds, row);
  }
}
