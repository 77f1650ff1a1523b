import { checkPhone, readAddress, spellingHint } from '../../../engines/contact-verifier/index.ts';

/** What a customer typed so that we can answer them. */
export interface TypedContact {
  readonly email: string | null;
  readonly phone: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The address that the customer was asked about before and sent again. */
  readonly confirmedEmail: string;
  readonly now: Date;
}

export type ContactProblem =
  | { readonly kind: 'no-way-to-answer' }
  | { readonly kind: 'unusable-email'; readonly suggestion: string | null }
  | { readonly kind: 'unusable-phone' }
  /** Probably misspelled; asked only once. */
  | { readonly kind: 'did-you-mean'; readonly suggestion: string };

/** Reserved names for demonstrations and tests; nobody types them by mistake. */
const staged = /\.(?:test|example)$/i;

/**
 * What would prevent an answer to the customer, found while they are still there: an invalid address, an invalid number
 * without an address, or an address with a likely slip, which is asked about once. undefined: all is well.
 */
export function contactProblem(typed: TypedContact): ContactProblem | undefined {
  if (typed.email !== null) return emailProblem(typed.email, typed.confirmedEmail);
  if (typed.phone === null) return { kind: 'no-way-to-answer' };
  const { validity } = checkPhone(typed.phone, { country: typed.country, now: typed.now });
  return validity === 'Invalid' ? { kind: 'unusable-phone' } : undefined;
}

/** Accepts whatever a person can read as an address, even with a name or a label around it. */
function emailProblem(email: string, confirmed: string): ContactProblem | undefined {
  const { address, text } = readAddress(email);
  const at = text.lastIndexOf('@');
  const domain = address.ok ? address.domain : text.slice(at + 1);
  const meant = at > 0 ? spellingHint(domain) : null;
  const suggestion = meant === null ? null : `${text.slice(0, at)}@${meant}`;
  if (!address.ok && !(address.code === 'reserved-domain' && staged.test(domain)))
    return { kind: 'unusable-email', suggestion };
  return suggestion === null || confirmed === email ? undefined : { kind: 'did-you-mean', suggestion };
}
