export {
  type AskAgain,
  type Asked,
  type Askers,
  askEach,
  type DropReason,
  oneByOne,
  sendAsItIs,
  type Verdict,
  type WaitingMail,
} from './ask-again.ts';
export { BouncesService } from './bounces.service.ts';
export { type LeadLine, type MailContent, maxLinesPerMail, type PlacedLead } from './facts/mail-content.ts';
export { type LinkPurpose, readLink, signLink } from './link-tokens.ts';
export { mailJobs, mailSweep } from './mail.jobs.ts';
export { getLinkSecret } from './mail.repo.ts';
export { languageOf } from './mail-text.ts';
export { registerMailRoutes } from './mails.routes.ts';
export { MailsService } from './mails.service.ts';
export { type MailRecipient, type NewMail, Outbox } from './outbox.ts';
export { PostOffice } from './post-office.ts';
export { renderMail } from './render-mail.ts';
export { MailSender } from './sending.service.ts';
export { wordUntold } from './untold-words.ts';
