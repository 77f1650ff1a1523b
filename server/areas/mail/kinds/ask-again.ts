import type { CustomerUntoldReason, MailReason, UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { MailContent } from './mail-content.ts';
import type { MailRecipient } from './recipient.ts';

/** Why an email is not sent after all. */
export type DropReason = UntoldReason | CustomerUntoldReason;

/** What happens to an email when it is about to be sent: it goes out as things are now, or is dropped with a reason. */
export type Verdict =
  | { readonly drop: DropReason }
  | {
      /** The recipient as they are now. */
      readonly to?: MailRecipient;
      readonly reason?: MailReason;
      /** What the email says now. */
      readonly content?: MailContent;
      readonly leadIds?: readonly string[];
    };

/** An email that waits to be sent. */
export interface WaitingMail {
  readonly organizationId: string;
  readonly id: string;
  readonly person_id: string | null;
  readonly address: string;
  readonly recipient_name: string;
  readonly created_at: Date;
  readonly leadIds: readonly string[];
  readonly locale: string;
  readonly timeZone: string;
}

/** A waiting email with its content. */
export interface Asked<Facts extends object = object> {
  readonly mail: WaitingMail;
  readonly content: MailContent<Facts>;
}

/**
 * Rechecks, right before sending, whether emails are still right: their recipients still belong here and are concerned,
 * and the facts still hold. All emails are of one organization, for which the transaction works, before and after.
 * @returns one verdict for each email, in their order
 */
export type AskAgain<Facts extends object = object> = (
  tx: Transaction,
  mails: readonly Asked<Facts>[],
  now: Date,
) => Promise<readonly Verdict[]>;

/** For kinds with few emails at a time: rechecks them one after another. */
export function oneByOne<Facts extends object>(
  ask: (tx: Transaction, mail: WaitingMail, facts: Facts, now: Date) => Promise<Verdict>,
): AskAgain<Facts> {
  return async (tx, mails, now) => {
    const verdicts: Verdict[] = [];
    for (const { mail, content } of mails) verdicts.push(await ask(tx, mail, content.facts, now));
    return verdicts;
  };
}

/** For emails about an event that stays true, to an address that is right whatever happens to the account. */
export const sendAsItIs: AskAgain = async (_tx, mails) => mails.map(() => ({}));
