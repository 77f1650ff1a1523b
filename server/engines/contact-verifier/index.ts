export {
  type ContactCheckers,
  createCheckers,
  lookAtNameServers,
  openMailDomains,
} from './assembly/checkers.ts';
export { lookAtProviders } from './assembly/look-at-providers.ts';
export { parseEmailAddress } from './email/address.ts';
export { isRoleAddress, spellingHint } from './email/hints.ts';
export type { MailDomainKind } from './email/known-domains.ts';
export { loadMailDomains, type MailDomains } from './email/mail-domains.ts';
export { addressKey, addressKeyBesideTyped, addressReadFrom, readAddress } from './email/read-address.ts';
export { checkPhone } from './phone/check-phone.ts';
export { checkPhoneWithProvider } from './phone/providers.ts';
export type { CatchAllMemory } from './smtp/catch-all-memory.ts';
export { type EmailVerdict, finding, type PhoneVerdict, type Verdict } from './verdict.ts';
