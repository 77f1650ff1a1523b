import { readAddress } from '../../../engines/contact-verifier/index.ts';
import { domainsAbove } from './contact-checks.rules.ts';

/** An address in the one form in which marks and reports hold it. */
export interface MarkableAddress {
  readonly address: string;
  readonly domain: string;
}

/** Capitals make no difference, nor do names and signs around it or a domain in punycode (CV-6); null for what is no address. */
export function markableAddress(typed: string | null): MarkableAddress | null {
  const { address: parsed } = readAddress(typed ?? '');
  return parsed.ok ? { address: parsed.address.toLowerCase(), domain: parsed.domain } : null;
}

/** Whether a mark is about what was typed; one on a domain is about all domains below it too (CV-6). */
export function isMarked(typed: string | null, kind: 'address' | 'domain', value: string): boolean {
  const found = markableAddress(typed);
  if (found === null) return false;
  return kind === 'address' ? found.address === value : domainsAbove(found.domain).includes(value);
}
