import type { MailKind } from '../../../../contract/mail/lists.ts';
import type { MailText, TextTools } from './mail-text.ts';

/** A lead that an email names. */
export interface NamedLead {
  readonly id: string;
  readonly customerName: string | null;
}

/**
 * The facts of an email; its text is rendered from them when it is sent or viewed (NT-3). Made by its kind's
 * definition.
 */
export interface MailContent<Facts extends object = object> {
  readonly kind: MailKind;
  readonly facts: Facts;
  /** Customers as the email itself names them: never more than it says. */
  readonly leads: readonly NamedLead[];
  /** The email goes to a customer, so the outbox shows as little of them as it can. */
  readonly toCustomer: boolean;
  /** People may turn this kind off. */
  readonly canTurnOff: boolean;
  readonly write: (tools: TextTools) => MailText;
}
