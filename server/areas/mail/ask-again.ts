import type { CustomerUntoldReason, MailReason, UntoldReason } from '../../../contract/mail/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { MailContent } from './facts/mail-content.ts';
import type { MailRow } from './mail.repo.ts';
import type { MailRecipient } from './outbox.ts';

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

/** A mail that waits, with what it says. */
export interface WaitingMail
  extends Pick<MailRow, 'id' | 'person_id' | 'address' | 'created_at' | 'recipient_name'> {
  readonly organizationId: string;
  readonly leadIds: readonly string[];
  readonly locale: string;
  readonly timeZone: string;
}

/** A mail that waits, with what it says. */
export interface Asked<Content extends MailContent = MailContent> {
  readonly mail: WaitingMail;
  readonly content: Content;
}

/**
 * Asks, at the moment of sending, whether mails are still right: their recipients belong here and are concerned, and what
 * they tell still is so. All are of one organization, for which the transaction works, before and after.
 * @returns one verdict for each mail, in their order
 */
export type AskAgain<Content extends MailContent = MailContent> = (
  tx: Transaction,
  mails: readonly Asked<Content>[],
  now: Date,
) => Promise<readonly Verdict[]>;

type ContentOf<Kind extends MailContent['kind']> = Extract<MailContent, { kind: Kind }>;

/** Who asks about which kind of mail; every kind is asked about. */
export type Askers = { readonly [Kind in MailContent['kind']]: AskAgain<ContentOf<Kind>> };

/** One function for all mails, made of those of the areas that write them: mails of a kind are asked about together. */
export function askEach(askers: Askers): AskAgain {
  return async (tx, mails, now) => {
    const kinds = new Set(mails.map(({ content }) => content.kind));
    const verdicts = new Map<Asked, Verdict>();
    for (const kind of kinds) {
      const ask = askers[kind] as AskAgain;
      const ofKind = mails.filter(({ content }) => content.kind === kind);
      const answers = await ask(tx, ofKind, now);
      for (const [index, asked] of ofKind.entries()) {
        const answer = answers[index];
        if (answer) verdicts.set(asked, answer);
      }
    }
    return mails.flatMap((asked) => verdicts.get(asked) ?? []);
  };
}

/** For kinds of mail of which there are few at a time: asks about one after another. */
export function oneByOne<Content extends MailContent>(
  ask: (tx: Transaction, mail: WaitingMail, content: Content, now: Date) => Promise<Verdict>,
): AskAgain<Content> {
  return async (tx, mails, now) => {
    const verdicts: Verdict[] = [];
    for (const { mail, content } of mails) verdicts.push(await ask(tx, mail, content, now));
    return verdicts;
  };
}

/** For mails about an event that stays true, to an address that is the right one whatever becomes of the account. */
export const sendAsItIs: AskAgain = async (_tx, mails) => mails.map(() => ({}));
