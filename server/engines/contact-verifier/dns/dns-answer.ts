/** The record types that show whether a domain accepts mail. */
export type DnsRecordType = 'MX' | 'A' | 'AAAA';

export interface DnsQuestion {
  /** Lowercase A-labels without the final dot. */
  readonly name: string;
  readonly type: DnsRecordType;
}

export type DnsRecord =
  | { readonly type: 'MX'; readonly exchange: string; readonly preference: number }
  | { readonly type: 'A' | 'AAAA'; readonly address: string };

/** Why a question has no answer. None of these says anything about the queried domain (CV-4). */
export type DnsTrouble =
  | 'timeout'
  | 'unreachable'
  | 'server-failure'
  | 'refused'
  | 'not-understood'
  | 'not-recursive'
  | 'malformed'
  | 'oversized'
  | 'alias-loop'
  | 'bad-name'
  | 'no-server';

/**
 * What is known about a name. Only `no-data` and `no-such-domain` are denials, and only an answering server gives them;
 * every other failure is `trouble`. `ttlSeconds` is the remaining time to live.
 */
export type DnsAnswer =
  | { readonly kind: 'answer'; readonly records: readonly DnsRecord[]; readonly ttlSeconds: number }
  | { readonly kind: 'no-data'; readonly ttlSeconds: number }
  | { readonly kind: 'no-such-domain'; readonly ttlSeconds: number }
  | { readonly kind: 'trouble'; readonly code: DnsTrouble };

/** Answers questions about names within its time limit; never throws. */
export interface Resolver {
  resolve(name: string, type: DnsRecordType): Promise<DnsAnswer>;
  /** Aborts pending queries and closes the sockets. */
  close(): void;
}

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * The name in lower case without the final dot; undefined when it cannot be queried: longer than 253 characters, or a
 * label is empty, too long or not made of letters, digits, hyphens and underscores (RFC 1035, section 2.3).
 */
export function normalizeName(name: string): string | undefined {
  const plain = name.toLowerCase().replace(/\.$/, '');
  if (plain.length === 0 || plain.length > 253) return undefined;
  return plain.split('.').every((part) => label.test(part)) ? plain : undefined;
}
