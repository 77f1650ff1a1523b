import { type MailReason, mailReasons } from '../../../contract/mail/lists.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization, type Transaction } from '../../platform/database/database.ts';
import { isDatabaseAway } from '../../platform/database/trouble.ts';
import type { MailTransport, OutgoingMail, SendOutcome } from '../../platform/mail/transport.ts';
import { bringUpToDate, type PostRules, type RightMail } from './bring-up-to-date.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { keepLinkSecret } from './link-secret.ts';
import { mailsSent } from './mail.metrics.ts';
import * as repo from './mail.repo.ts';
import { claimSeconds, keptHours, nextTry, tryHours, unreachableSeconds } from './mail.rules.ts';
import { renderMail } from './render-mail.ts';
import { type Refused, type Result, ResultBook } from './result-book.ts';

export interface SendingSettings {
  readonly publicUrl: string;
  /** The part of Message-IDs after the `@`. */
  readonly messageDomain: string;
  /** Called with the reason when an email could not be rendered or recorded; it is retried. */
  readonly onError?: (error: unknown) => void;
}

/** An email that we have claimed until that time. */
interface OwnMail {
  readonly mail: RightMail;
  readonly until: Date;
}

/** Sends emails from the outbox (NT-4). */
export class MailSender {
  /** Set while no mail server can be reached. */
  private pause: { readonly until: Date; readonly error: string } | undefined;
  private readonly results: ResultBook;
  private readonly getLinkSecret: () => Promise<Buffer>;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    /** undefined: there is no mail server; nothing is sent. */
    private readonly transport: MailTransport | undefined,
    private readonly settings: SendingSettings,
    private readonly rules: PostRules,
  ) {
    this.results = new ResultBook(db);
    this.getLinkSecret = keepLinkSecret(db);
  }

  /** Sends a waiting email and records the outcome. Safe to run twice, and in two workers at the same time. */
  async send(organizationId: string, mailId: string): Promise<void> {
    if (!this.transport) return;
    const { at, until } = this.claimTime();
    const isOurs = await inOrganization(this.db, { organizationId }, (tx) =>
      repo.claimMail(tx, organizationId, mailId, { at, until }),
    );
    if (isOurs) await this.sendClaimed(organizationId, [mailId], until);
  }

  /**
   * Claims up to `maximum` due emails and begins to send them; only one while no server answers.
   * @returns one promise per email, which resolves when its outcome is recorded, and never rejects
   */
  async beginSending(maximum: number): Promise<Promise<void>[]> {
    if (!this.transport || (this.pause && this.clock.now() < this.pause.until)) return [];
    const { at, until } = this.claimTime();
    const most = this.pause ? 1 : maximum;
    const claimed = await repo.unscopedClaimDueMails(this.db, { at, until, maximum: most });
    const byOwner = new Map<string, string[]>();
    for (const { organization_id, id } of claimed)
      byOwner.set(organization_id, [...(byOwner.get(organization_id) ?? []), id]);
    const begun = await Promise.all(
      [...byOwner].map(([organizationId, mailIds]) => this.beginClaimed(organizationId, mailIds, until)),
    );
    return begun.flat();
  }

  /** Releases emails that were kept until there was a mail server. */
  async releaseKept(): Promise<void> {
    if (!this.transport) return;
    const now = this.clock.now();
    await repo.unscopedReleaseKeptMails(this.db, new Date(now.getTime() - keptHours * 3_600_000), now);
  }

  private claimTime(): { at: Date; until: Date } {
    const at = this.clock.now();
    return { at, until: new Date(at.getTime() + claimSeconds * 1000) };
  }

  private async sendClaimed(organizationId: string, mailIds: readonly string[], until: Date): Promise<void> {
    await Promise.all(await this.beginClaimed(organizationId, mailIds, until));
  }

  private async beginClaimed(
    organizationId: string,
    mailIds: readonly string[],
    until: Date,
  ): Promise<Promise<void>[]> {
    try {
      const mails = await inOrganization(this.db, { organizationId }, (tx) =>
        this.askAgainAbout(tx, organizationId, mailIds),
      );
      return mails.map((mail) => this.sendOne({ mail, until }));
    } catch (error) {
      const [only, ...others] = mailIds;
      if (others.length === 0 && only !== undefined) return [this.putOff(organizationId, only, error)];
      // One of them cannot be rendered: the others must not wait for it.
      const each = await Promise.all(
        mailIds.map((mailId) => this.beginClaimed(organizationId, [mailId], until)),
      );
      return each.flat();
    }
  }

  /** The claimed emails that are still right, updated; drops the rest in the same transaction. */
  private async askAgainAbout(
    tx: Transaction,
    organizationId: string,
    mailIds: readonly string[],
  ): Promise<RightMail[]> {
    const mails = await repo.listMailsById(tx, organizationId, mailIds);
    const { right, dropped } = await bringUpToDate(tx, mails, this.rules, this.clock.now());
    for (const { kind } of dropped) mailsSent.inc({ kind, outcome: 'dropped' });
    const droppedIds = dropped.map(({ id }) => id);
    if (droppedIds.length > 0) await repo.releaseClaims(tx, organizationId, droppedIds);
    return right;
  }

  private async sendOne({ mail, until }: OwnMail): Promise<void> {
    const { organization_id: organizationId, id } = mail.row;
    const result = await this.resultOf(mail, until).catch((error: unknown) =>
      this.putOff(organizationId, id, error),
    );
    if (result)
      await this.results.write(organizationId, result).catch((error: unknown) => this.report(error));
  }

  /** An email that we could not render is retried like one that a server did not accept. */
  private async putOff(organizationId: string, mailId: string, error: unknown): Promise<void> {
    this.report(error);
    // If that fails too, another worker gets the email when our claim ends.
    await inOrganization(this.db, { organizationId }, async (tx) => {
      const [mail] = await repo.listMailsById(tx, organizationId, [mailId]);
      if (!mail || isDatabaseAway(error)) return repo.releaseClaims(tx, organizationId, [mailId]);
      const next = this.afterFailure(mail, 'The email could not be created; the log says why.');
      return repo.writeResults(tx, organizationId, [next]);
    }).catch((worse: unknown) => this.report(worse));
  }

  private report(error: unknown): void {
    this.settings.onError?.(error);
  }

  private async resultOf({ row: mail, content }: RightMail, until: Date): Promise<Result> {
    const { transport } = this;
    const message = transport && (await this.compose(mail, content));
    const outcome = message && (await transport.send(message, () => this.mayBeHandedOver(until)));
    // Nobody tried: it waits as long as everything else does, or until our claim ends.
    if (outcome === undefined || outcome.kind === 'not-tried')
      return waitFor(mail, this.pause?.until, this.pause?.error ?? mail.error);
    mailsSent.inc({ kind: mail.kind, outcome: outcome.kind });
    return this.judge(mail, outcome);
  }

  /** Another worker may claim the email as soon as our claim ends; an attempt must have ended by then. */
  private mayBeHandedOver(until: Date): boolean {
    const now = this.clock.now();
    const isPaused = this.pause !== undefined && now < this.pause.until;
    return !isPaused && until.getTime() - now.getTime() > (claimSeconds / 2) * 1000;
  }

  private async compose(mail: repo.MailRow, content: MailContent): Promise<OutgoingMail> {
    const { publicUrl, messageDomain } = this.settings;
    const linkSecret = await this.getLinkSecret();
    const rendered = renderMail(
      {
        content,
        reason: reasonOf(mail.reason),
        locale: mail.locale,
        timeZone: mail.time_zone,
        to: mail.person_id ? { personId: mail.person_id, organizationId: mail.organization_id } : undefined,
      },
      { publicUrl, linkSecret },
    );
    return {
      messageId: `<${mail.id}@${messageDomain}>`,
      to: { name: mail.recipient_name, address: mail.address },
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      headers: unsubscribeHeaders(rendered.unsubscribeUrl),
    };
  }

  private judge(mail: repo.MailRow, outcome: Exclude<SendOutcome, { kind: 'not-tried' }>): Result {
    const now = this.clock.now();
    const { id } = mail;
    const attempts = mail.attempts + 1;
    // A server that answers can be reached, whatever it says.
    if (outcome.kind !== 'unreachable') this.pause = undefined;
    if (outcome.kind === 'sent') {
      return { id, state: 'sent', attempts, sent_at: now, error: null };
    }
    if (outcome.kind === 'refused') {
      const refused: Refused | undefined =
        outcome.address && mail.person_id
          ? { personId: mail.person_id, reason: outcome.error, at: now }
          : undefined;
      return { id, state: 'failed', attempts, error: outcome.error, refused };
    }
    if (outcome.kind === 'unreachable')
      this.pause = { until: new Date(now.getTime() + unreachableSeconds * 1000), error: outcome.error };
    return this.afterFailure(mail, outcome.error);
  }

  private afterFailure(mail: repo.MailRow, error: string): Result {
    const attempts = mail.attempts + 1;
    const next = nextTry({ createdAt: mail.created_at, attempts }, this.clock.now());
    if (next) return waitFor({ ...mail, attempts }, next, error);
    return { id: mail.id, state: 'failed', attempts, error: `Given up after ${tryHours} hours. ${error}` };
  }
}

function waitFor(
  { id, attempts }: Pick<repo.MailRow, 'id' | 'attempts'>,
  until: Date | undefined,
  error: string | null,
): Result {
  return { id, state: 'waiting', attempts, due_at: until, error };
}

/**
 * Lets a mailbox turn such emails off by a POST that its owner asks for (RFC 8058), which only works over HTTPS; opening
 * the address shows a page and changes nothing (RFC 2369).
 */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  const link = { 'List-Unsubscribe': `<${url}>` };
  return url.startsWith('https:') ? { ...link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : link;
}

/** The stored reason, as the contract names it. */
export function reasonOf(kept: string): MailReason {
  return mailReasons.find((reason) => reason === kept) ?? 'organization-admin';
}
