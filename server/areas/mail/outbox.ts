import type { MailReason } from '../../../contract/mail/lists.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import type { MailContent } from './kinds/mail-content.ts';
import { keptOf } from './kinds/mail-kinds.ts';
import type { MailRecipient } from './kinds/recipient.ts';
import { insertMail } from './mail.repo.ts';

export interface NewMail {
  /** The recipient's: the transaction must work for it. */
  readonly organizationId: string;
  readonly to: MailRecipient;
  /** What the email says, made by the definition of its kind. */
  readonly content: MailContent;
  readonly reason: MailReason;
  readonly leadIds?: readonly string[];
  /** When it is sent at the earliest; missing: now. */
  readonly notBefore?: Date | undefined;
}

/** Puts emails into the organization's outbox: each is sent once if, and only if, the transaction commits (NT-4). */
export class Outbox {
  /** @param sends false: there is no mail server, so emails are kept to be read in the app */
  constructor(private readonly sends: boolean) {}

  /** @returns the id of the email */
  async put(tx: Transaction, mail: NewMail, now: Date): Promise<string> {
    const mailId = newId();
    const { organizationId, to } = mail;
    await insertMail(tx, {
      organization_id: organizationId,
      id: mailId,
      kind: mail.content.kind,
      person_id: to.personId,
      address: to.address,
      recipient_name: to.name,
      locale: to.locale ?? 'en',
      time_zone: to.timeZone ?? 'UTC',
      content: JSON.stringify(keptOf(mail.content)),
      lead_ids: [...(mail.leadIds ?? [])],
      reason: mail.reason,
      state: this.sends ? 'waiting' : 'kept',
      due_at: mail.notBefore ?? now,
      created_at: now,
    });
    return mailId;
  }
}
