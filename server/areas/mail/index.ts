export { mailArea, openOutbox, postRulesOf } from './area.ts';
export {
  type AskAgain,
  type DropReason,
  oneByOne,
  sendAsItIs,
  type Verdict,
  type WaitingMail,
} from './kinds/ask-again.ts';
export type { MailCategory, OptionalCategory, RequiredCategory } from './kinds/category.ts';
export { defineMail } from './kinds/define-mail.ts';
export type { MailContent } from './kinds/mail-content.ts';
export type { MailKinds } from './kinds/mail-kinds.ts';
export type { TextButton, TextLine, TextTools } from './kinds/mail-text.ts';
export type { MailRecipient } from './kinds/recipient.ts';
export { keepLinkSecret } from './link-secret.ts';
export {
  type LinkPurpose,
  readLink,
  readTurnsOff,
  signLink,
  signTurnsOff,
  type TurnsOff,
} from './link-tokens.ts';
export { getLinkSecret } from './mail.repo.ts';
export { type NewMail, Outbox } from './outbox.ts';
export { renderMail } from './render-mail.ts';
export { MailSender } from './sending.service.ts';
export { wordUntold } from './untold-words.ts';
