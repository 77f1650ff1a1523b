import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { getDomain } from 'tldts';
import { addressKey, isRoleAddress, type MailDomains } from '../../../engines/contact-verifier/index.ts';
import { factsOf, type LeadRow } from '../lead/lead-row.ts';
import { contactWithheld } from '../lead/leads.rules.ts';
import { type CompanyName, companyNameOf } from './company-names.rules.ts';
import type { LeadTraits } from './duplicates.rules.ts';
import { personNameOf } from './person-names.rules.ts';
import { phoneKey } from './phone-twins.rules.ts';

/** The columns that traits are read from. */
export const traitColumns = [
  'lead.id',
  'lead.customer_name',
  'lead.contact_first_name',
  'lead.contact_last_name',
  'lead.contact_email',
  'lead.contact_allowed',
  'lead.phone_e164',
  'lead.phone_extension',
  'lead.email_validity',
  'lead.phone_validity',
  'lead.country',
  'lead.offer_name',
  'lead.status',
  'lead.received_at',
  'lead.expires_at',
  'lead.available_until',
  'lead.is_test',
] as const;
type TraitColumn = (typeof traitColumns)[number] extends `lead.${infer Name}` ? Name : never;

/** The columns that a comparison needs. */
export type TraitRow = Pick<LeadRow, TraitColumn>;

type KnownDomains = Pick<MailDomains, 'kindOf'>;

export interface ReadTraits {
  readonly traits: LeadTraits;
  readonly companyName: CompanyName;
}

/** What is compared about a lead at that moment; nothing of a contact that may not be shown (LC-4, IN-6). */
export function readTraits(row: TraitRow, now: Date, mailDomains: KnownDomains): ReadTraits {
  const companyName = companyNameOf(row.customer_name);
  const common = { company: companyName.words, country: row.country, offer: row.offer_name };
  if (contactWithheld(factsOf(row), now) !== null) {
    const nothing = { email: null, companyDomain: null, phone: null, name: { given: '', surname: '' } };
    return { companyName, traits: { ...common, ...nothing } };
  }
  const mailbox = mailboxOf(row.contact_email, mailDomains);
  return {
    companyName,
    traits: {
      ...common,
      email: mailbox && {
        key: mailbox.key,
        personal: mailbox.personal && row.email_validity !== 'Invalid' && row.email_validity !== 'Spam',
      },
      companyDomain: mailbox?.companyDomain ?? null,
      phone: row.phone_validity === 'Invalid' ? null : phoneOf(row.phone_e164, row.phone_extension),
      name: personNameOf(row.contact_first_name, row.contact_last_name),
    },
  };
}

interface Mailbox {
  readonly key: string;
  readonly personal: boolean;
  readonly companyDomain: string | null;
}

const gmailNames = new Set(['gmail.com', 'googlemail.com']);

/**
 * The mailbox behind an address: case and anything after a plus sign make no difference, nor do dots at Gmail, which
 * also has two names. There may be a name around an address, and a domain beyond ASCII is the same as its ASCII form.
 * null for text without `@`.
 */
export function mailboxOf(address: string | null, mailDomains: KnownDomains): Mailbox | null {
  const typed = addressKey(address) ?? (address ?? '').trim().toLowerCase();
  const at = typed.lastIndexOf('@');
  if (at < 1 || at === typed.length - 1) return null;
  const domain = typed.slice(at + 1);
  const plus = typed.indexOf('+', 1);
  const local = typed.slice(0, plus > 0 && plus < at ? plus : at);
  const kind = mailDomains.kindOf(domain);
  const gmail = gmailNames.has(domain);
  return {
    key: gmail ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`,
    personal: kind !== 'disposable' && !isRoleAddress(local),
    companyDomain: kind === null ? getDomain(domain) : null,
  };
}

function phoneOf(e164: string | null, extension: string | null): LeadTraits['phone'] {
  if (e164 === null) return null;
  const type = parsePhoneNumberFromString(e164)?.getType();
  // In North America and elsewhere the number does not say which of the two it is.
  const line = type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE_OR_MOBILE' ? 'either' : 'fixed';
  return { key: phoneKey(e164), extension, line };
}
