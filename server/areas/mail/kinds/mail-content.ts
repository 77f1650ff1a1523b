import type { MailKind } from '../../../../contract/mail/lists.ts';
import type { MailText, TextTools } from './mail-text.ts';

/** A lead that a mail names. */
export interface NamedLead {
  readonly id: string;
  readonly customerName: string | null;
}

/** The facts of a mail; its text is made from them when it is sent or looked at (NT-3). A kind's definition makes it. */
export interface MailContent<Facts extends object = object> {
  readonly kind: MailKind;
  readonly facts: Facts;
  /** What the mail itself calls the customers: never more than it says. */
  readonly leads: readonly NamedLead[];
  /** It goes to a customer, of whom the outbox shows as little as it can. */
  readonly toCustomer: boolean;
  readonly write: (tools: TextTools) => MailText;
}
