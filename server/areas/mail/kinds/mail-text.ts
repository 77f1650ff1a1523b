import type { MailLanguage } from '../../../../contract/mail/lists.ts';

/** A row in an email that lists leads. */
export interface TextLine {
  readonly title: string;
  readonly details: readonly string[];
  readonly href: string;
}

/** A link from an email into the app. */
export interface TextButton {
  readonly label: string;
  readonly href: string;
}

/** The words of an email, before they are laid out as text and HTML. */
export interface MailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly lines?: readonly TextLine[];
  /** Text after the list, such as how many more there are. */
  readonly after?: string | undefined;
  /** Links into the app; several when no single view holds everything that the email lists. */
  readonly buttons?: readonly TextButton[];
  readonly closing?: readonly string[];
}

/** Tools for texts: times in the recipient's time zone and language, and links. */
export interface TextTools {
  readonly language: MailLanguage;
  readonly publicUrl: string;
  /** A moment in the recipient's time zone, which the email then names once. */
  readonly moment: (iso: string) => string;
  readonly country: (code: string) => string;
  readonly number: (value: number) => string;
  /** A link that only the recipient has. */
  readonly secretLink: (path: 'join' | 'reset' | 'verify' | 'request' | 'contact', id: string) => string;
}
