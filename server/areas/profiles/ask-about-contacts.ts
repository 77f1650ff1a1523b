import { oneByOne, type Verdict } from '../mail/index.ts';
import { unscopedFindContact } from './contacts.repo.ts';
import { contactConfirmationMail } from './mails/contact-confirmation/mail.ts';

/** The emails about profiles. A link that was replaced, or used, is not sent any more. */
export const profileMails = {
  'contact-confirmation': contactConfirmationMail.askedBy(
    oneByOne(async (tx, _mail, { contactId }): Promise<Verdict> => {
      const contact = await unscopedFindContact(tx, contactId);
      return contact && !contact.isConfirmed ? {} : { drop: 'link-over' };
    }),
  ),
};
