import { z } from 'zod';
import { type MailKind, mailKinds } from '../../../../contract/mail/lists.ts';
import type { AskAgain, Asked, Verdict } from './ask-again.ts';
import type { MailOfKind } from './define-mail.ts';
import type { MailContent } from './mail-content.ts';

/** Every kind of email, each from the area that sends it. */
export type MailKinds = { readonly [Kind in MailKind]: MailOfKind<Kind> };

const anyKind = z.looseObject({ kind: z.enum(mailKinds) });

/** The content of an email, from what is stored. @throws when it matches no kind of email */
export function readContent(kinds: MailKinds, kept: unknown): MailContent {
  return kinds[anyKind.parse(kept).kind].read(kept);
}

/** What is stored of an email. */
export function keptOf({ kind, facts }: MailContent): object {
  return { kind, ...facts };
}

/** One function that rechecks all emails with those of the areas: emails of one kind are rechecked together. */
export function askEach(kinds: MailKinds): AskAgain {
  return async (tx, mails, now) => {
    const verdicts = new Map<Asked, Verdict>();
    for (const kind of new Set(mails.map(({ content }) => content.kind))) {
      const ofKind = mails.filter(({ content }) => content.kind === kind);
      const answers = await kinds[kind].askAgain(tx, ofKind, now);
      for (const [index, asked] of ofKind.entries()) {
        const answer = answers[index];
        if (answer) verdicts.set(asked, answer);
      }
    }
    return mails.flatMap((asked) => verdicts.get(asked) ?? []);
  };
}
