import { checkPhone, readAddress, spellingHint } from '../../../engines/contact-verifier/index.ts';

/** What a customer gave to be answered, as it was typed. */
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
  /** Probably misspelled: asked once. */
  | { readonly kind: 'did-you-mean'; readonly suggestion: string };

/** Reserved names that demonstrations and tests use; nobody types them by mistake. */
const staged = /\.(?:test|example)$/i;

/**
 * What keeps a customer from being answered, found while they are there: an address that is none, a number that is none
 * where there is no address, or an address with a likely slip, which is asked about once. undefined: all is well.
 */
export function contactProblem(typed: TypedContact): ContactProblem | undefined {
  if (typed.email !== null) return emailProblem(typed.email, typed.confirmedEmail);
  if (typed.phone === null) return { kind: 'no-way-to-answer' };
  const { validity } = checkPhone(typed.phone, { country: typed.country, now: typed.now });
  return validity === 'Invalid' ? { kind: 'unusable-phone' } : undefined;
}

/** What a person can read as an address is one, also with a name or a label around it. */
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
