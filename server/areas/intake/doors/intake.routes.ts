import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { intakeEndpoints } from '../../../../contract/intake/endpoints.ts';
import { marketplaceLead, receiptAnswers } from '../../../../contract/intake/intake.ts';
import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { Config } from '../../../platform/config.ts';
import { AppError } from '../../../platform/errors.ts';
import type { App } from '../../../platform/http/app.ts';
import { doorsOf } from '../../../platform/http/doors.ts';
import { networkOf } from '../../../platform/http/network.ts';
import { hashSecret } from '../../../platform/ids.ts';
import { actorOf } from '../../identity/index.ts';
import type { ApiIntake } from './api-intake.service.ts';
import { sentence } from './catalogue.ts';
import { type MarketplaceIntake, noEndpoint } from './marketplace.service.ts';

const keyParams = z.object({ key: z.string().min(1).max(200) });
/** Requests per minute from one network with keys that have not opened an endpoint yet. */
const unknownKeysPerMinute = 600;

/**
 * The doors for programs. A marketplace's body is accepted whatever its content type: reading it has its own rules
 * (IN-4).
 */
export function registerIntakeRoutes(
  app: App,
  config: Config,
  marketplace: MarketplaceIntake,
  api: ApiIntake,
): void {
  void app.register(async (door: App) => registerMarketplaceRoute(door, config, marketplace));
  const rateLimit = { max: config.intakePerMinute, timeWindow: '1 minute', keyGenerator: callerOf };
  const door = doorsOf(app, intakeEndpoints);
  door('POST /api/v1/leads', { config: { rateLimit, turn: 'own' } }, async (request, reply) => {
    const receipt = await api.take(actorOf(request), request.body, request.headers['idempotency-key']);
    return reply.code(receipt.created ? 201 : 200).send(receipt);
  });
}

function registerMarketplaceRoute(door: App, config: Config, marketplace: MarketplaceIntake): void {
  /** Hashes of keys that have opened an endpoint since the process started. */
  const knownKeys = new BoundedMap<string, true>(10_000);
  const countUnknownKey = door.createRateLimit({
    max: unknownKeysPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => networkOf(request.ip),
  });
  /** Runs before the body is read, so that nothing is read for guessed keys. */
  const refuseGuessing = async (request: FastifyRequest) => {
    const keyHash = keyHashOf(request);
    if (knownKeys.has(keyHash)) return;
    const limit = await countUnknownKey(request);
    if (!limit.isAllowed && limit.isExceeded) {
      throw new AppError('too-many-requests', sentence('endpoint.guessing'), {
        retryAfterSeconds: limit.ttlInSeconds,
      });
    }
    if (!(await marketplace.knows(keyOf(request)))) throw noEndpoint();
    knownKeys.set(keyHash, true);
  };
  door.removeAllContentTypeParsers();
  // Fastify would refuse a malformed content type before it consults any parser.
  door.addHook('onRequest', async ({ raw }) => {
    raw.headers['content-type'] = 'application/octet-stream';
  });
  door.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes));
  door.post(
    '/intake/marketplace/:key',
    {
      schema: {
        tags: ['Intake'],
        summary: 'What a marketplace posts to the HTTPS endpoint of an offer',
        security: [],
        params: keyParams,
        body: marketplaceLead,
        response: receiptAnswers,
      },
      config: {
        rateLimit: {
          max: config.intakePerMinute,
          timeWindow: '1 minute',
          keyGenerator: keyHashOf,
        },
        strangers: 'welcome',
      },
      onRequest: refuseGuessing,
    },
    async (request, reply) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      try {
        const receipt = await marketplace.take(request.params.key, bytes);
        return reply.code(receipt.created ? 201 : 200).send(receipt);
      } catch (error) {
        // The endpoint has been revoked since.
        if (error instanceof AppError && error.code === 'not-found') knownKeys.delete(keyHashOf(request));
        throw error;
      }
    },
  );
}

/** One limit for a token, however its header is written, and for a person across all their sessions. */
function callerOf(request: FastifyRequest): string {
  const actor = actorOf(request);
  return actor.kind === 'person' ? `person ${actor.personId}` : `token ${actor.tokenId}`;
}

function keyOf(request: FastifyRequest): string {
  return (request.params as { key: string }).key;
}

function keyHashOf(request: FastifyRequest): string {
  return hashSecret(keyOf(request)).toString('base64');
}
