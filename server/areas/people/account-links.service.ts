import type { Clock } from '../../platform/clock.ts';
import type { Db, Transaction } from '../../platform/database/database.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { getLinkSecret, readLink, signLink } from '../mail/index.ts';
import * as repo from './account-links.repo.ts';
import { type AccountLinkPurpose, findLinkEnd, keptDays, linkOver } from './account-links.rules.ts';
import { sentence } from './catalogue.ts';

const hourMilliseconds = 3_600_000;

/** Links that work once (ID-5): found by their token, used up by the first who comes. */
export class AccountLinks {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /**
   * The link behind a token, if it is still valid.
   * @throws AppError not-found if there is no link of this purpose, link-over
   */
  async get(purpose: AccountLinkPurpose, token: string): Promise<repo.AccountLinkRow> {
    const linkId = readLink(await getLinkSecret(this.db), purpose, token);
    const link = linkId === undefined ? undefined : await repo.unscopedFindLink(this.db, purpose, linkId);
    if (!link) throw notFound(sentence('links.unknown'));
    const end = findLinkEnd(link, this.clock.now());
    if (end) throw linkOver(purpose, end);
    return link;
  }

  /** Marks a link as used; of concurrent calls only one succeeds. @throws AppError link-over */
  async claim(tx: Transaction, purpose: AccountLinkPurpose, link: repo.AccountLinkRow): Promise<void> {
    const now = this.clock.now();
    if (await repo.claimLink(tx, link.organization_id, link.id, now)) return;
    const present = await repo.unscopedFindLink(tx, purpose, link.id);
    throw linkOver(purpose, (present && findLinkEnd(present, now)) ?? 'used');
  }

  /** The URL that opens a link, for people who may hand it on. */
  async addressOf(purpose: AccountLinkPurpose, linkId: string): Promise<string> {
    return `${this.publicUrl}/${purpose}/${signLink(await getLinkSecret(this.db), purpose, linkId)}`;
  }

  /**
   * Allows another link unless there were too many within an hour, counted one after another until the transaction
   * ends; deletes the old links of the organization that it works for.
   * @throws AppError too-many-requests
   */
  async allowAnother(
    tx: Transaction,
    organizationId: string,
    of: repo.LinkCount,
    maximum: number,
  ): Promise<void> {
    const now = this.clock.now().getTime();
    await repo.waitForOtherLinks(tx, of);
    await repo.deleteOldLinks(tx, organizationId, new Date(now - keptDays * 24 * hourMilliseconds));
    const limiting = await repo.findLimitingLink(tx, of, new Date(now - hourMilliseconds), maximum);
    if (!limiting) return;
    const seconds = Math.max(1, Math.ceil((limiting.getTime() + hourMilliseconds - now) / 1000));
    throw new AppError('too-many-requests', sentence('links.tooMany', { minutes: Math.ceil(seconds / 60) }), {
      retryAfterSeconds: seconds,
    });
  }
}
