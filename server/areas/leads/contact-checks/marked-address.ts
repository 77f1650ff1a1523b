import { readAddress } from '../../../engines/contact-verifier/index.ts';
import { domainsAbove } from './contact-checks.rules.ts';

/** An address in the canonical form that marks and reports store. */
export interface MarkableAddress {
  readonly address: string;
  readonly domain: string;
}

/**
 * Ignores case, names and punctuation around the address, and whether its domain is in punycode (CV-6); null for what
 * is not an address.
 */
export function markableAddress(typed: string | null): MarkableAddress | null {
  const { address: parsed } = readAddress(typed ?? '');
  return parsed.ok ? { address: parsed.address.toLowerCase(), domain: parsed.domain } : null;
}

/** Whether a mark applies to what was typed; one on a domain applies to all its subdomains, too (CV-6). */
export function isMarked(typed: string | null, kind: 'address' | 'domain', value: string): boolean {
  const found = markableAddress(typed);
  if (found === null) return false;
  return kind === 'address' ? found.address === value : domainsAbove(found.domain).includes(value);
}
