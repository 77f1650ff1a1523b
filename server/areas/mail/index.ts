export { mailArea, openOutbox } from './area.ts';
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
export { type LeadLine, type MailContent, maxLinesPerMail, type PlacedLead } from './facts/mail-content.ts';
export { type LinkPurpose, readLink, signLink } from './link-tokens.ts';
export { getLinkSecret } from './mail.repo.ts';
export { languageOf } from './mail-text.ts';
export { type MailRecipient, type NewMail, Outbox } from './outbox.ts';
export { renderMail } from './render-mail.ts';
export { MailSender } from './sending.service.ts';
export { wordUntold } from './untold-words.ts';
