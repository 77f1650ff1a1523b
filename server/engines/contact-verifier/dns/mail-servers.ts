import type { DnsAnswer, DnsRecord, DnsTrouble, Resolver } from './dns-answer.ts';
import { isInsideAddress } from './public-address.ts';

/** A host that accepts the domain's mail; the lowest priority is tried first. */
export interface MailHost {
  readonly host: string;
  readonly priority: number;
}

/**
 * Who accepts the mail of a domain. `refuses-mail` is a null MX (RFC 7505), `no-mail-server` neither MX nor address.
 * Anything that could not be determined is `trouble`, never a denial (CV-4).
 */
export type MailServers =
  | {
      readonly kind: 'servers';
      readonly hosts: readonly MailHost[];
      /** The domain has no MX record and accepts mail at its own address (RFC 5321, section 5.1). */
      readonly implicit: boolean;
      readonly ttlSeconds: number;
    }
  | { readonly kind: 'refuses-mail' | 'no-mail-server' | 'no-such-domain'; readonly ttlSeconds: number }
  | { readonly kind: 'trouble'; readonly code: DnsTrouble };

/**
 * Where a mail host can be reached from the public internet. `not-public` and `no-address` are what this resolver sees,
 * not what the world sees: an office's own resolver returns internal addresses.
 */
export type HostAddresses =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[]; readonly ttlSeconds: number }
  | { readonly kind: 'not-public' | 'no-address' }
  | { readonly kind: 'trouble'; readonly code: DnsTrouble };

/** Whether any of a domain's hosts can be reached at all. */
export type Reachability =
  | { readonly kind: 'reachable'; readonly addresses: readonly string[]; readonly ttlSeconds: number }
  | { readonly kind: 'not-public' | 'no-address' }
  | { readonly kind: 'trouble'; readonly code: DnsTrouble };

/** A domain may name any number of hosts; nobody tries them all. */
const hostsToTry = 3;

/** Finds who accepts the mail of a domain given in A-labels (CV-1); never throws. */
export async function findMailServers(resolver: Resolver, domain: string): Promise<MailServers> {
  const answer = await resolver.resolve(domain, 'MX');
  if (answer.kind === 'trouble') return answer;
  if (answer.kind === 'no-such-domain') return answer;
  if (answer.kind === 'no-data') return findImplicitServer(resolver, domain, answer.ttlSeconds);
  const hosts = answer.records
    .filter((record) => record.type === 'MX')
    .map(({ exchange, preference }) => ({ host: exchange, priority: preference }));
  const named = hosts.filter(({ host }) => host !== '.').sort((one, other) => one.priority - other.priority);
  return named.length === 0
    ? { kind: 'refuses-mail', ttlSeconds: answer.ttlSeconds }
    : { kind: 'servers', hosts: named, implicit: false, ttlSeconds: answer.ttlSeconds };
}

async function findImplicitServer(
  resolver: Resolver,
  domain: string,
  mxTtlSeconds: number,
): Promise<MailServers> {
  const answers = await Promise.all([resolver.resolve(domain, 'A'), resolver.resolve(domain, 'AAAA')]);
  const found = answers.find((answer) => answer.kind === 'answer');
  if (found) {
    const ttlSeconds = Math.min(mxTtlSeconds, found.ttlSeconds);
    return { kind: 'servers', hosts: [{ host: domain, priority: 0 }], implicit: true, ttlSeconds };
  }
  const trouble = answers.find((answer) => answer.kind === 'trouble');
  return trouble ?? { kind: 'no-mail-server', ttlSeconds: mxTtlSeconds };
}

/**
 * Finds the addresses of a host that mail may be sent to: IPv4, or IPv6 where there is no usable IPv4. Returns only
 * addresses that `accepts` allows; the connection must be made to exactly these addresses (CV-5).
 */
export async function findHostAddresses(
  resolver: Resolver,
  host: string,
  accepts: (address: string) => boolean,
): Promise<HostAddresses> {
  let hasAddress = false;
  let trouble: DnsTrouble | undefined;
  for (const type of ['A', 'AAAA'] as const) {
    const answer = await resolver.resolve(host, type);
    const addresses = addressesOf(answer);
    const accepted = addresses.filter(accepts);
    if (answer.kind === 'answer' && accepted.length > 0) {
      return { kind: 'addresses', addresses: accepted, ttlSeconds: answer.ttlSeconds };
    }
    if (answer.kind === 'trouble') trouble = answer.code;
    hasAddress ||= addresses.length > 0;
  }
  if (trouble) return { kind: 'trouble', code: trouble };
  return { kind: hasAddress ? 'not-public' : 'no-address' };
}

/**
 * Searches the list in order for a host that mail from elsewhere could reach, and stops at the first. Nothing is
 * connected to, so only addresses that are unreachable from outside are ruled out.
 */
export async function findReachability(
  resolver: Resolver,
  hosts: readonly MailHost[],
): Promise<Reachability> {
  const misses: Exclude<HostAddresses, { kind: 'addresses' }>[] = [];
  for (const { host } of hosts.slice(0, hostsToTry)) {
    const found = await findHostAddresses(resolver, host, (address) => !isInsideAddress(address));
    if (found.kind === 'addresses') return { ...found, kind: 'reachable' };
    misses.push(found);
  }
  return (
    misses.find((miss) => miss.kind === 'trouble') ??
    misses.find((miss) => miss.kind === 'not-public') ?? { kind: 'no-address' }
  );
}

function addressesOf(answer: DnsAnswer): string[] {
  return answer.kind === 'answer' ? answer.records.filter(isAddress).map((record) => record.address) : [];
}

function isAddress(record: DnsRecord): record is Extract<DnsRecord, { address: string }> {
  return record.type !== 'MX';
}
