import type { z } from 'zod';
import type { Catalogue } from '../../../../contract/catalogue.ts';
import type { MailKind, MailReason, OptionalMailCategory } from '../../../../contract/mail/lists.ts';
import type { NoticeKind, NotificationKind } from '../../../../contract/messages/lists.ts';
import { type Texts, textsIn } from '../../../platform/texts.ts';
import type { AskAgain, Asked } from './ask-again.ts';
import type { MailCategory, OptionalCategory, RequiredCategory } from './category.ts';
import type { MailContent, NamedLead } from './mail-content.ts';
import type { MailText, TextTools } from './mail-text.ts';

/**
 * Names from a list of the contract that a kind of email declares: one that is called like the kind itself is declared
 * by it and by nothing else, so that the list has no name that no email stands for.
 */
type Declared<Kind extends MailKind, Listed extends string> = Kind extends Listed
  ? readonly [Kind]
  : readonly Listed[];

/** What the settings say: a kind is optional if, and only if, the contract lets people turn it off. */
type CategoryOf<Kind extends MailKind> = Kind extends OptionalMailCategory
  ? OptionalCategory<Kind>
  : RequiredCategory<Kind> | null;

interface Definition<Kind extends MailKind, Schema extends z.ZodType<object>, Source extends Catalogue> {
  readonly kind: Kind;
  /** As what the ledger of a lead records who was told by such an email, and who was not (NT-4). */
  readonly inLedger: Declared<NoInfer<Kind>, NoticeKind>;
  /** As what the Action center tells the same besides (NT-5). */
  readonly inActionCenter: Declared<NoInfer<Kind>, NotificationKind>;
  /** What the settings say about it; null: nothing. */
  readonly category: CategoryOf<NoInfer<Kind>>;
  /** What is stored of an email. It must still read what was stored years ago. */
  readonly facts: Schema;
  /** Where the texts are, as the files in `languages/` name it. */
  readonly folder: string;
  readonly texts: Source;
  /** Lays out the email in the language of the texts. */
  readonly write: (facts: z.infer<Schema>, t: Texts<Source>, tools: TextTools) => MailText;
  /** The leads that the email names. */
  readonly leads?: (facts: z.infer<Schema>) => readonly NamedLead[];
  readonly toCustomer?: true;
  /** Invented facts for previews, and the reason why such an email is sent. */
  readonly sample: { readonly facts: z.infer<Schema>; readonly reason: MailReason };
}

/** A kind of email with its recheck bound, as the mail area uses it. */
export interface MailOfKind<Kind extends MailKind = MailKind> {
  readonly kind: Kind;
  readonly toCustomer: boolean;
  readonly inLedger: readonly NoticeKind[];
  readonly inActionCenter: readonly NotificationKind[];
  readonly category: MailCategory | null;
  /** @throws when the stored facts are not those of this kind */
  readonly read: (kept: unknown) => MailContent;
  readonly sample: { readonly content: MailContent; readonly reason: MailReason };
  /** Rechecks emails of this kind, in their order. */
  readonly askAgain: AskAgain;
}

/**
 * One kind of email: its facts, its texts, and how they are laid out. `of` makes the content that goes into the outbox;
 * `askedBy` binds the recheck right before sending, which every kind needs.
 */
export function defineMail<
  Kind extends MailKind,
  Schema extends z.ZodType<object>,
  const Source extends Catalogue,
>(definition: Definition<Kind, Schema, Source>) {
  type Facts = z.infer<Schema>;
  const { kind, inLedger, inActionCenter, category, write, leads, toCustomer = false, sample } = definition;
  const canTurnOff = category !== null && category.requiredReason === undefined;
  const texts = textsIn(definition.folder, definition.texts);
  const of = (facts: Facts): MailContent<Facts> => ({
    kind,
    facts,
    leads: leads?.(facts) ?? [],
    toCustomer,
    canTurnOff,
    write: (tools) => write(facts, texts[tools.language], tools),
  });
  // Only this definition makes contents of its kind.
  const isOwn = (asked: Asked): asked is Asked<Facts> => asked.content.kind === kind;
  const sampleMail = { content: of(sample.facts), reason: sample.reason };
  return {
    of,
    inLedger,
    inActionCenter,
    category,
    sample: sampleMail,
    askedBy: (ask: AskAgain<Facts>): MailOfKind<Kind> => ({
      kind,
      toCustomer,
      inLedger,
      inActionCenter,
      category,
      read: (kept) => of(definition.facts.parse(kept)),
      sample: sampleMail,
      askAgain: (tx, mails, now) => ask(tx, mails.filter(isOwn), now),
    }),
  };
}
