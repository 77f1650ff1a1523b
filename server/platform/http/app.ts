import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { sentence } from './catalogue.ts';
import { compressAnswers } from './compression.ts';
import { acceptJsonBodies, describeMergePatches } from './json-body.ts';
import { observeRequests } from './metrics.ts';
import { handleErrors, sendProblem } from './problem.ts';
import { endSilentConnections } from './silent-connections.ts';
import { endSlowBodies, longestArrivalMilliseconds } from './slow-bodies.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

/** A server whose routes are declared by contracts. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The largest body that any door accepts, in bytes (IN-5). */
export const maxBodyBytes = 256 * 1024;

/** The limit for bodies with a few short values, such as an address and a password, in bytes. */
export const smallBodyBytes = 16 * 1024;

const givenRequestId = /^[A-Za-z0-9._-]{1,64}$/;

/** The server without routes: logging, request ids, headers, limits, errors, OpenAPI; areas add their routes. */
export async function createApp(config: Config, log: Logger): Promise<App> {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies(config.trustProxy),
    bodyLimit: maxBodyBytes,
    // A HEAD would run a whole export for nothing.
    exposeHeadRoutes: false,
    requestTimeout: longestArrivalMilliseconds,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && givenRequestId.test(given) ? given : randomUUID();
    },
    // What the router itself refuses gets the same kind of answer as everything else.
    frameworkErrors: (_error, request, given) => {
      const reply = given as unknown as FastifyReply;
      // No hook runs for it.
      reply.header('x-request-id', request.id).headers(bareHeaders(config));
      sendProblem(request, reply, new AppError('invalid-request', sentence('request.wrongAddress')));
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  acceptJsonBodies(app);
  describeMergePatches(app);
  handleErrors(app);
  observeRequests(app);
  endSilentConnections(app);
  endSlowBodies(app);
  await app.register(cookie);
  await registerHeaders(app, config);
  await registerLimits(app);
  await compressAnswers(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Leadlight', version: 'v1', description: 'The desk for partner leads.' },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'leadlight_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => inOrder(jsonSchemaTransformObject(document)),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    // API answers are meant only for the caller.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  return app;
}

/** The description sorted by path, method and schema name, so that it does not depend on where the code is. */
function inOrder<Document extends { paths?: object; components?: { schemas?: object } }>(
  document: Document,
): Document {
  const { paths, components } = document;
  return {
    ...document,
    ...(components && { components: { ...components, schemas: byName(components.schemas ?? {}) } }),
    ...(paths && { paths: byName(paths, byName) }),
  };
}

function byName(things: object, each: (thing: object) => object = (thing) => thing): object {
  return Object.fromEntries(
    Object.entries(things)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, thing]) => [name, each(thing)]),
  );
}

function trustedProxies(setting: Config['trustProxy']) {
  return typeof setting === 'number' ? (_address: string, hop: number) => hop < setting : setting;
}

async function registerHeaders(app: App, config: Config): Promise<void> {
  const secure = config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine sets sizes through style attributes; styles cannot run code.
        styleSrc: ["'self'", "'unsafe-inline'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: hstsSeconds } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  // Our pages use none of these browser features, and nothing embedded in them may use any.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
  });
}

/** The protective headers for an answer that shows nothing and that no hook has seen. */
function bareHeaders({ publicUrl }: Config): Record<string, string> {
  return {
    'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'permissions-policy': permissionsPolicy,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${hstsSeconds}` } : {}),
  };
}

const hstsSeconds = 31_536_000;

const permissionsPolicy = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Off unless a route opts in; requests over the limit get 429 with the seconds to wait. */
async function registerLimits(app: App): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': false,
    },
    errorResponseBuilder: (_request, { max, ttl }) => tooManyRequests(max, Math.ceil(ttl / 1000)),
  });
}

function tooManyRequests(most: number, seconds: number): AppError {
  const minutes = Math.round(seconds / 60);
  return new AppError(
    'too-many-requests',
    seconds < 60
      ? sentence('request.tooManyForSeconds', { most, seconds })
      : sentence('request.tooManyForMinutes', { most, minutes }),
    { retryAfterSeconds: seconds },
  );
}
