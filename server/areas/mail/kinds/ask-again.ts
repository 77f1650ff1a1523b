import type { CustomerUntoldReason, MailReason, UntoldReason } from '../../../../contract/mail/lists.ts';
import type { Transaction } from '../../../platform/database/database.ts';
import type { MailContent } from './mail-content.ts';
import type { MailRecipient } from './recipient.ts';

/** Why a mail is not sent after all. */
export type DropReason = UntoldReason | CustomerUntoldReason;

/** What becomes of a mail at the moment of sending: it goes out as things are now, or it is dropped, with the reason. */
export type Verdict =
  | { readonly drop: DropReason }
  | {
      /** The recipient as they are now. */
      readonly to?: MailRecipient;
      readonly reason?: MailReason;
      /** What the mail says now. */
      readonly content?: MailContent;
      readonly leadIds?: readonly string[];
    };

/** A mail that waits. */
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

/** A mail that waits, with what it says. */
export interface Asked<Facts extends object = object> {
  readonly mail: WaitingMail;
  readonly content: MailContent<Facts>;
}

/**
 * Asks, at the moment of sending, whether mails are still right: their recipients belong here and are concerned, and what
 * they tell still is so. All are of one organization, for which the transaction works, before and after.
 * @returns one verdict for each mail, in their order
 */
export type AskAgain<Facts extends object = object> = (
  tx: Transaction,
  mails: readonly Asked<Facts>[],
  now: Date,
) => Promise<readonly Verdict[]>;

/** For kinds of mail of which there are few at a time: asks about one after another. */
export function oneByOne<Facts extends object>(
  ask: (tx: Transaction, mail: WaitingMail, facts: Facts, now: Date) => Promise<Verdict>,
): AskAgain<Facts> {
  return async (tx, mails, now) => {
    const verdicts: Verdict[] = [];
    for (const { mail, content } of mails) verdicts.push(await ask(tx, mail, content.facts, now));
    return verdicts;
  };
}

/** For mails about an event that stays true, to an address that is the right one whatever becomes of the account. */
export const sendAsItIs: AskAgain = async (_tx, mails) => mails.map(() => ({}));
