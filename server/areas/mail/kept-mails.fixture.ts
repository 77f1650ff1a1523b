import type { MailKind } from '../../../contract/mail/lists.ts';
import { kindsOfMail } from '../../main.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { readContent } from './kinds/mail-kinds.ts';

/** An email as it is stored: its kind and its facts. */
export interface Kept {
  readonly kind: MailKind;
  readonly [fact: string]: unknown;
}

/** The content of an email, read from what is stored. */
export const contentOf = (kept: Kept): MailContent => readContent(kindsOfMail, kept);
