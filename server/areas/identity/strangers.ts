import type { FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { networkOf } from '../../platform/http/network.ts';
import { sentence } from './catalogue.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `welcome`: does not count as a stranger's request, because it costs nothing or is bounded in another way. */
    strangers?: 'welcome';
  }
}

/**
 * Limits how often one network may make requests that need no sign-in, whatever they are and whatever the answer.
 * @returns a function that counts a request, and throws AppError too-many-requests
 */
export function limitStrangers(app: App, perMinute: number): (request: FastifyRequest) => Promise<void> {
  const limit = app.createRateLimit({
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => networkOf(request.ip),
  });
  return async (request) => {
    if (request.is404 || request.routeOptions.config.strangers === 'welcome') return;
    const { isAllowed, ...counted } = await limit(request);
    if (isAllowed || !('isExceeded' in counted) || !counted.isExceeded) return;
    throw new AppError('too-many-requests', sentence('limits.strangers', { most: perMinute }), {
      retryAfterSeconds: counted.ttlInSeconds,
    });
  };
}
