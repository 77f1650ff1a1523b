import type { z } from 'zod';
import { type Catalogue, type InLanguages, type Texts, textsIn } from '../../../../contract/catalogue.ts';
import type { MailKind, MailLanguage, MailReason } from '../../../../contract/mail/lists.ts';
import type { AskAgain, Asked } from './ask-again.ts';
import type { MailContent, NamedLead } from './mail-content.ts';
import type { MailText, TextTools } from './mail-text.ts';

interface Definition<Kind extends MailKind, Schema extends z.ZodType<object>, Source extends Catalogue> {
  readonly kind: Kind;
  /** What is kept of a mail. What was kept years ago must still be readable by it. */
  readonly facts: Schema;
  readonly texts: InLanguages<Source, MailLanguage>;
  /** Lays the mail out, in whichever language the texts are. */
  readonly write: (facts: z.infer<Schema>, t: Texts<Source>, tools: TextTools) => MailText;
  /** The leads that it names. */
  readonly leads?: (facts: z.infer<Schema>) => readonly NamedLead[];
  readonly toCustomer?: true;
  /** Made-up facts, for looking at the text, and why such a mail goes to somebody. */
  readonly sample: { readonly facts: z.infer<Schema>; readonly reason: MailReason };
}

/** A kind of mail with who is asked again about it, as the mail area works with it. */
export interface MailOfKind<Kind extends MailKind = MailKind> {
  readonly kind: Kind;
  readonly toCustomer: boolean;
  /** @throws when what was kept is not what this kind tells */
  readonly read: (kept: unknown) => MailContent;
  readonly sample: { readonly content: MailContent; readonly reason: MailReason };
  /** Asks about those of the mails that are of this kind, in their order. */
  readonly askAgain: AskAgain;
}

/**
 * One kind of mail: what it tells, its texts, and how they are laid out. `of` makes the content of a mail, with which it
 * is put into the outbox; `askedBy` binds who is asked again at the moment of sending, which no kind goes without.
 */
export function defineMail<
  Kind extends MailKind,
  Schema extends z.ZodType<object>,
  const Source extends Catalogue,
>(definition: Definition<Kind, Schema, Source>) {
  type Facts = z.infer<Schema>;
  const { kind, write, leads, toCustomer = false, sample } = definition;
  const texts = textsIn<Source, MailLanguage>(definition.texts);
  const of = (facts: Facts): MailContent<Facts> => ({
    kind,
    facts,
    leads: leads?.(facts) ?? [],
    toCustomer,
    write: (tools) => write(facts, texts[tools.language], tools),
  });
  // Only the definition makes contents of its kind.
  const isOwn = (asked: Asked): asked is Asked<Facts> => asked.content.kind === kind;
  const sampleMail = { content: of(sample.facts), reason: sample.reason };
  return {
    of,
    sample: sampleMail,
    askedBy: (ask: AskAgain<Facts>): MailOfKind<Kind> => ({
      kind,
      toCustomer,
      read: (kept) => of(definition.facts.parse(kept)),
      sample: sampleMail,
      askAgain: (tx, mails, now) => ask(tx, mails.filter(isOwn), now),
    }),
  };
}
