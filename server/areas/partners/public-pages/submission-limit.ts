import type { RateLimitOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { networkOf } from '../../../platform/http/network.ts';

/** At most 10 submissions of one form by one address in 10 minutes (IN-7). */
export function submissionLimit(formOf: (request: FastifyRequest) => string): RateLimitOptions {
  return {
    max: 10,
    timeWindow: 10 * 60_000,
    // Each address and form is an entry; beyond this number, the least recently used is forgotten.
    cache: 50_000,
    keyGenerator: (request) => `${networkOf(request.ip)} ${formOf(request)}`,
  };
}
