/** The recipient of an email. */
export interface MailRecipient {
  /** null: a customer, or a contact without an account. */
  readonly personId: string | null;
  readonly address: string;
  readonly name: string;
  /** BCP 47; null: English. */
  readonly locale: string | null;
  /** IANA name; null: UTC. */
  readonly timeZone: string | null;
}
