import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by its range, but answered by the machine's own host: the Azure platform's address for its guests. */
const platformAddresses: ReadonlySet<string> = new Set(['168.63.129.16']);

const globalUnicastV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True only for unicast addresses of the public internet (CV-5). Everything with a special meaning is false: private,
 * loopback, link-local, shared, multicast, reserved and documentation ranges, and every IPv6 form that embeds an IPv4
 * address (mapped, 6to4, NAT64, Teredo), whatever that address is.
 */
export function isPublicAddress(address: string): boolean {
  // The library also parses `1` and octal parts as addresses; we must not.
  if (isIP(address) === 0 || platformAddresses.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalUnicastV6);
}

const insideRanges: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'carrierGradeNat',
  'uniqueLocal',
  'deprecatedSiteLocal',
  'unspecified',
  'multicast',
  'broadcast',
  'ipv4Mapped',
]);

/**
 * True for addresses that are meaningful only inside one machine or network: mail from elsewhere never arrives there.
 */
export function isInsideAddress(address: string): boolean {
  return isIP(address) === 0 || insideRanges.has(ipaddr.parse(address).range());
}
