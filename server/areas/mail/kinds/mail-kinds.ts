import { z } from 'zod';
import { type MailKind, mailKinds } from '../../../../contract/mail/lists.ts';
import type { AskAgain, Asked, Verdict } from './ask-again.ts';
import type { MailOfKind } from './define-mail.ts';
import type { MailContent } from './mail-content.ts';

/** Every kind of mail, each from the area that writes it. */
export type MailKinds = { readonly [Kind in MailKind]: MailOfKind<Kind> };

const anyKind = z.looseObject({ kind: z.enum(mailKinds) });

/** What a mail says, from what is kept of it. @throws when it is not what any kind of mail tells */
export function readContent(kinds: MailKinds, kept: unknown): MailContent {
  return kinds[anyKind.parse(kept).kind].read(kept);
}

/** What is kept of a mail. */
export function keptOf({ kind, facts }: MailContent): object {
  return { kind, ...facts };
}

/** One function for all mails, made of those of the areas that write them: mails of a kind are asked about together. */
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
