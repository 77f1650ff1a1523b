import { cutText } from '../../../contract/cut.ts';
import type { Bounce } from '../../../contract/mail/mail.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import type { Actor } from '../identity/index.ts';
import { mailIdOf } from './bounces.rules.ts';
import { unscopedMarkReturned } from './mail.repo.ts';
import { requireBounceReporter } from './mails.policy.ts';

/** Email comes back after minutes or days; anything older may have gone to an address that has changed since. */
const returnDays = 30;
/** How much of a mail server's response is kept. */
const maxReasonCharacters = 300;

/** Accepts reports of returned emails (NT-5). */
export class BouncesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks the emails, and the person whose address accepts none. Idempotent; the caller never learns which addresses
   * are known.
   * @returns how many reports were read
   * @throws AppError not-allowed
   */
  async report(actor: Actor, bounces: readonly Bounce[]): Promise<number> {
    requireBounceReporter(actor);
    const at = this.clock.now();
    const since = new Date(at.getTime() - returnDays * 86_400_000);
    for (const { address, messageId, kind, reason } of bounces) {
      if (kind !== 'permanent') continue;
      const said = cutText(reason.replace(/\s+/gu, ' '), maxReasonCharacters);
      const mailId = messageId === undefined ? null : mailIdOf(messageId);
      // A report about an email that is not ours may still name an address that is.
      if (mailId === undefined) continue;
      const returned = { address, mailId, reason: said, since, at };
      await inOrganization(this.db, actor, (tx) => unscopedMarkReturned(tx, returned));
    }
    return bounces.length;
  }
}
