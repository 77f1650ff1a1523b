import { cutText } from '../../../contract/cut.ts';
import type { Bounce } from '../../../contract/mail/mail.ts';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import type { Actor } from '../identity/index.ts';
import { mailIdOf } from './bounces.rules.ts';
import { unscopedMarkReturned } from './mail.repo.ts';
import { requireBounceReporter } from './mails.policy.ts';

/** Mail comes back after minutes or days; what is older is no mail of today's address. */
const returnDays = 30;
/** What is kept of what a mail server said. */
const maxReasonCharacters = 300;

/** Takes in reports of mail that came back (NT-5). */
export class BouncesService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Marks the mails, and the person whose address takes none. Saying it twice changes nothing, and nobody learns which
   * addresses are known.
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
      // A report about a mail that is not ours, to an address that may be.
      if (mailId === undefined) continue;
      const returned = { address, mailId, reason: said, since, at };
      await inOrganization(this.db, actor, (tx) => unscopedMarkReturned(tx, returned));
    }
    return bounces.length;
  }
}
