import type { Evidence } from '../../../../contract/leads/contact-checks.ts';

/** What makes a valid address valid: a mailbox that answered, or a domain that accepts mail. */
export function emailBasis(validity: string, evidence: readonly Evidence[]): 'mailbox' | 'domain' | null {
  if (validity !== 'Valid') return null;
  const asked = ({ check, result }: Evidence) =>
    (check === 'mailbox' || check === 'provider') && result === 'passed';
  return evidence.some(asked) ? 'mailbox' : 'domain';
}

/** What makes a valid number valid: it is reachable, or it fits the numbering plan (CV-2). */
export function phoneBasis(validity: string, evidence: readonly Evidence[]): 'reachable' | 'plan' | null {
  if (validity !== 'Valid') return null;
  return evidence.some(({ check, result }) => check === 'reachability' && result === 'passed')
    ? 'reachable'
    : 'plan';
}

/** The earliest moment at which one of the findings should be checked again. */
export function goodUntil(evidence: readonly Evidence[]): string | null {
  const times = evidence.flatMap((finding) => finding.goodUntil ?? []);
  return times.toSorted()[0] ?? null;
}

export interface ContactMarkHit {
  readonly list: 'block' | 'allow';
  readonly kind: 'address' | 'domain' | 'phone';
  readonly source: 'operator' | 'reports' | 'own-report';
}

/** The combined result of the lists: allow beats block (CV-6). */
export function standingOf(hits: readonly ContactMarkHit[]): 'allow' | 'block' | 'reported' | null {
  if (hits.some(({ list }) => list === 'allow')) return 'allow';
  if (hits.length === 0) return null;
  return hits.some(({ source }) => source === 'operator') ? 'block' : 'reported';
}

/** The domain with every domain above it that can be marked; subdomains of a marked domain count. */
export function domainsAbove(domain: string): string[] {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}
