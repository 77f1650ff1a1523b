import type { FastifyRequest } from 'fastify';
import { linkLife } from '../../../contract/link-life.ts';
import { accountEndpoints } from '../../../contract/people/endpoints.ts';
import type { Config } from '../../platform/config.ts';
import { notFound } from '../../platform/errors.ts';
import { type App, smallBodyBytes } from '../../platform/http/app.ts';
import { doorsOf } from '../../platform/http/doors.ts';
import { networkOf } from '../../platform/http/network.ts';
import { findActorOf, type IdentityService, personOf, type SessionCookie } from '../identity/index.ts';
import type { EmailVerification } from './email-verification.service.ts';
import type { Joining } from './joining.service.ts';
import type { PasswordReset } from './password-reset.service.ts';

/** Requests per minute from one network; links cannot be guessed, so this only saves work. */
const forStrangers = {
  bodyLimit: smallBodyBytes,
  config: {
    rateLimit: {
      max: 60,
      timeWindow: 60_000,
      keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
    },
  },
};

/** What links in emails open: invitations, new passwords, confirmed addresses (ID-5). A GET never changes anything. */
export function registerAccountLinkRoutes(
  app: App,
  settings: Config,
  services: {
    readonly identity: IdentityService;
    readonly cookie: SessionCookie;
    readonly joining: Joining;
    readonly reset: PasswordReset;
    readonly verification: EmailVerification;
  },
): void {
  registerJoining(app, services);
  registerReset(app, settings, services.reset);
  registerVerification(app, services.verification);
}

function registerJoining(
  app: App,
  { identity, cookie, joining }: { identity: IdentityService; cookie: SessionCookie; joining: Joining },
): void {
  const door = doorsOf(app, accountEndpoints);
  door('GET /api/v1/invitations/by-link/:token', forStrangers, (request) =>
    joining.describe(request.params.token),
  );

  door('POST /api/v1/invitations/by-link/:token/acceptance', forStrangers, async (request, reply) => {
    const token = await joining.accept(request.params.token, request.body, visitorOf(request));
    if (token !== undefined) cookie.set(reply, token);
    const actor = await identity.findPersonActor(token ?? cookie.tokenOf(request) ?? '');
    if (!actor) throw notFound();
    return identity.describe(actor);
  });
}

function registerReset(app: App, settings: Config, reset: PasswordReset): void {
  const door = doorsOf(app, accountEndpoints);
  door('POST /api/v1/password-reset', forStrangers, async (request, reply) => {
    await reset.request(request.body.email, request.ip);
    return reply.code(202).send({ validMinutes: linkLife.minutes, sendsMail: settings.mail !== undefined });
  });

  door('GET /api/v1/password-reset/:token', forStrangers, (request) => reset.describe(request.params.token));

  door('POST /api/v1/password-reset/:token', forStrangers, async (request, reply) => {
    await reset.set(request.params.token, request.body.password);
    return reply.code(204).send(null);
  });
}

function registerVerification(app: App, verification: EmailVerification): void {
  const door = doorsOf(app, accountEndpoints);
  door('GET /api/v1/me/email-verification', (request) => verification.waiting(personOf(request)));

  door('POST /api/v1/me/email-verification', async (request, reply) =>
    reply.code(202).send(await verification.send(personOf(request), request.body, request.ip)),
  );

  door('GET /api/v1/email-verification/:token', forStrangers, (request) =>
    verification.describe(request.params.token),
  );

  door('POST /api/v1/email-verification/:token', forStrangers, async (request, reply) => {
    await verification.confirm(request.params.token, findActorOf(request));
    return reply.code(204).send(null);
  });
}

function visitorOf(request: FastifyRequest) {
  return {
    actor: findActorOf(request),
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
  };
}
