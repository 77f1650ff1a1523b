/** Who a mail goes to. */
export interface MailRecipient {
  /** null: a customer, or a contact without an account. */
  readonly personId: string | null;
  readonly address: string;
  readonly name: string;
  /** BCP 47; people without one read English. */
  readonly locale: string | null;
  /** IANA name; people without one read UTC. */
  readonly timeZone: string | null;
}
