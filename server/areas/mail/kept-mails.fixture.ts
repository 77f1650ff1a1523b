import type { MailKind } from '../../../contract/mail/lists.ts';
import { kindsOfMail } from '../../main.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { readContent } from './kinds/mail-kinds.ts';

/** A mail as it is kept: its kind and its facts. */
export interface Kept {
  readonly kind: MailKind;
  readonly [fact: string]: unknown;
}

/** What a mail says, read from what is kept of it. */
export const contentOf = (kept: Kept): MailContent => readContent(kindsOfMail, kept);
