import { isIPv6 } from 'node:net';
import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';

/** At most 10 submissions of one form by one address in 10 minutes (IN-7). */
export function submissionLimit(formOf: (request: FastifyRequest) => string): RateLimitOptions {
  return {
    max: 10,
    timeWindow: 10 * 60_000,
    // Every address and form is an entry; beyond that many, the one that was quiet longest is forgotten.
    cache: 50_000,
    keyGenerator: (request) => `${networkOf(request.ip)} ${formOf(request)}`,
  };
}

/** A customer of an IPv6 provider has a whole /64 network to send from: it counts as one address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groupsOf = (part: string) => (part === '' ? [] : part.split(':'));
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last];
  const network = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
