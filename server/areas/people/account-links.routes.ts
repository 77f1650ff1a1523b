import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  invitationAcceptance,
  invitationOffer,
  linkParams,
  passwordReset,
  passwordResetAccepted,
  passwordResetOffer,
  passwordResetRequest,
  verificationOffer,
  verificationRequest,
  waitingVerification,
} from '../../../contract/accounts.ts';
import { me } from '../../../contract/identity.ts';
import { linkLife } from '../../../contract/link-life.ts';
import type { Config } from '../../platform/config.ts';
import { notFound } from '../../platform/errors.ts';
import { type App, smallBodyBytes } from '../../platform/http/app.ts';
import { networkOf } from '../../platform/http/network.ts';
import { findActorOf, type IdentityService, personOf, type SessionCookie } from '../identity/index.ts';
import type { EmailVerification } from './email-verification.service.ts';
import type { Joining } from './joining.service.ts';
import type { PasswordReset } from './password-reset.service.ts';

const tags = ['Accounts'];
/** Nobody is signed in yet: the token of the link, or nothing, is what opens these doors. */
const security: [] = [];
/** Requests a minute that one address may make with links; a link cannot be guessed, so this only saves work. */
const open = {
  bodyLimit: smallBodyBytes,
  config: {
    rateLimit: {
      max: 60,
      timeWindow: 60_000,
      keyGenerator: (request: FastifyRequest) => networkOf(request.ip),
    },
  },
};

/** What links in mails open: invitations, new passwords, confirmed addresses (ID-5). A GET never changes anything. */
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
  const url = '/api/v1/invitations/by-link/:token';
  app.get(
    url,
    {
      schema: {
        tags,
        security,
        summary: 'What an invitation offers, by its link',
        params: linkParams,
        response: { 200: invitationOffer },
      },
      ...open,
    },
    (request) => joining.describe(request.params.token),
  );

  app.post(
    `${url}/acceptance`,
    {
      schema: {
        tags,
        security,
        summary: 'Accept an invitation and sign in',
        params: linkParams,
        body: invitationAcceptance,
        response: { 200: me },
      },
      ...open,
    },
    async (request, reply) => {
      const token = await joining.accept(request.params.token, request.body, visitorOf(request));
      if (token !== undefined) cookie.set(reply, token);
      const actor = await identity.findPersonActor(token ?? cookie.tokenOf(request) ?? '');
      if (!actor) throw notFound();
      return identity.describe(actor);
    },
  );
}

function registerReset(app: App, settings: Config, reset: PasswordReset): void {
  const url = '/api/v1/password-reset';
  app.post(
    url,
    {
      schema: {
        tags,
        security,
        summary:
          'Ask for the link that sets a new password; the answer never tells whether there is an account',
        body: passwordResetRequest,
        response: { 202: passwordResetAccepted },
      },
      ...open,
    },
    async (request, reply) => {
      await reset.request(request.body.email, request.ip);
      return reply.code(202).send({ validMinutes: linkLife.minutes, sendsMail: settings.mail !== undefined });
    },
  );

  app.get(
    `${url}/:token`,
    {
      schema: {
        tags,
        security,
        summary: 'Whether a link for a new password still works',
        params: linkParams,
        response: { 200: passwordResetOffer },
      },
      ...open,
    },
    (request) => reset.describe(request.params.token),
  );

  app.post(
    `${url}/:token`,
    {
      schema: {
        tags,
        security,
        summary: 'Set a new password; ends every session of the account',
        params: linkParams,
        body: passwordReset,
        response: { 204: z.null() },
      },
      ...open,
    },
    async (request, reply) => {
      await reset.set(request.params.token, request.body.password);
      return reply.code(204).send(null);
    },
  );
}

function registerVerification(app: App, verification: EmailVerification): void {
  const own = '/api/v1/me/email-verification';
  app.get(
    own,
    {
      schema: {
        tags,
        summary: 'The address that waits to be confirmed',
        response: { 200: waitingVerification },
      },
    },
    (request) => verification.waiting(personOf(request)),
  );

  app.post(
    own,
    {
      schema: {
        tags,
        summary: 'Send the link that confirms my address, or a new one',
        body: verificationRequest,
        response: { 202: waitingVerification },
      },
    },
    async (request, reply) =>
      reply.code(202).send(await verification.send(personOf(request), request.body, request.ip)),
  );

  const url = '/api/v1/email-verification/:token';
  app.get(
    url,
    {
      schema: {
        tags,
        security,
        summary: 'Which address a link confirms',
        params: linkParams,
        response: { 200: verificationOffer },
      },
      ...open,
    },
    (request) => verification.describe(request.params.token),
  );

  app.post(
    url,
    {
      schema: {
        tags,
        security,
        summary: 'Confirm an address',
        params: linkParams,
        response: { 204: z.null() },
      },
      ...open,
    },
    async (request, reply) => {
      await verification.confirm(request.params.token, findActorOf(request));
      return reply.code(204).send(null);
    },
  );
}

function visitorOf(request: FastifyRequest) {
  return {
    actor: findActorOf(request),
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? null,
  };
}
