import type { MailReason } from '../../../../contract/mail/lists.ts';
import type { MailContent } from '../facts/mail-content.ts';

/** A row of a mail that lists leads. */
export interface TextLine {
  readonly title: string;
  readonly details: readonly string[];
  readonly href: string;
}

/** A mail in words, before it is laid out as text and HTML. */
export interface MailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lines?: readonly TextLine[];
  /** What follows the list, such as how many more there are. */
  readonly after?: string;
  /** Where to go from here; several where no single view holds all that the mail lists. */
  readonly buttons?: readonly { readonly label: string; readonly href: string }[];
  readonly closing?: readonly string[];
}

/** What texts are made with: times in the recipient's zone and language, and where links lead. */
export interface TextTools {
  readonly publicUrl: string;
  /** A moment as the recipient reads it, in their time zone, which the mail names once. */
  readonly moment: (iso: string) => string;
  readonly country: (code: string) => string;
  readonly number: (value: number) => string;
  /** The link that only the recipient has. */
  readonly secretLink: (path: 'join' | 'reset' | 'verify' | 'request', id: string) => string;
}

/** The words of one language, one function for each kind of mail. */
export type MailWords = {
  readonly [Kind in MailContent['kind']]: (
    content: Extract<MailContent, { kind: Kind }>,
    tools: TextTools,
  ) => MailText;
} & {
  readonly frame: {
    /** Says why the recipient has this mail. */
    readonly reason: Readonly<Record<MailReason, string>>;
    readonly settings: string;
    /** Says in which time zone the times of the mail are. */
    readonly timesIn: (zone: string) => string;
  };
};
