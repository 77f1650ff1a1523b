import { type MailLanguage, mailLanguages } from '../../../../contract/mail/lists.ts';

/** A row of a mail that lists leads. */
export interface TextLine {
  readonly title: string;
  readonly details: readonly string[];
  readonly href: string;
}

/** Where to go from a mail. */
export interface TextButton {
  readonly label: string;
  readonly href: string;
}

/** A mail in words, before it is laid out as text and HTML. */
export interface MailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lines?: readonly TextLine[];
  /** What follows the list, such as how many more there are. */
  readonly after?: string | undefined;
  /** Where to go from here; several where no single view holds all that the mail lists. */
  readonly buttons?: readonly TextButton[];
  readonly closing?: readonly string[];
}

/** What texts are made with: times in the recipient's zone and language, and where links lead. */
export interface TextTools {
  readonly language: MailLanguage;
  readonly publicUrl: string;
  /** A moment as the recipient reads it, in their time zone, which the mail names once. */
  readonly moment: (iso: string) => string;
  readonly country: (code: string) => string;
  readonly number: (value: number) => string;
  /** The link that only the recipient has. */
  readonly secretLink: (path: 'join' | 'reset' | 'verify' | 'request', id: string) => string;
}

/** The language of a locale such as `de-AT`. */
export function languageOf(locale: string): MailLanguage {
  const language = locale.toLowerCase().split('-')[0];
  return mailLanguages.find((one) => one === language) ?? 'en';
}
