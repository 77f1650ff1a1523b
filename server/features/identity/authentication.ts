import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import type { Actor, PersonActor } from './actor.ts';
import { type IdentityService, sessionHours } from './identity.service.ts';

/** The cookie that carries the session's token. */
export const sessionCookie = 'leadlight_session';

const actors = new WeakMap<FastifyRequest, Actor>();

/** Finds out who makes a request; the result is there for {@link actorOf}. */
export function authenticate(identity: IdentityService) {
  return async (request: FastifyRequest): Promise<void> => {
    const actor = await findActor(identity, request);
    if (actor) actors.set(request, actor);
  };
}

async function findActor(identity: IdentityService, request: FastifyRequest): Promise<Actor | undefined> {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return identity.findTokenActor(bearer);
  const token = request.cookies[sessionCookie];
  if (!token) return undefined;
  refuseOtherSites(request);
  return identity.findPersonActor(token);
}

/**
 * A browser sends the cookie along whoever made the page; it also says where the request comes from. What
 * changes something must come from our own pages.
 */
function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign =
    site === undefined
      ? origin !== undefined && !originIs(origin, host)
      : site !== 'same-origin' && site !== 'none';
  if (foreign) throw new AppError('cross-site-request', 'Changes are taken from Leadlight’s own pages only.');
}

function originIs(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Who makes the request; undefined when nobody is signed in: for doors that are open to both. */
export function findActorOf(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

/** Who makes the request. @throws AppError not-signed-in */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor)
    throw new AppError('not-signed-in', 'Sign in, or send an API token as “Authorization: Bearer …”.');
  return actor;
}

/** The person who makes the request; programs have no business here. @throws AppError not-signed-in, not-allowed */
export function personOf(request: FastifyRequest): PersonActor {
  const actor = actorOf(request);
  if (actor.kind !== 'person')
    throw new AppError('not-allowed', 'This is for signed-in people, not for API tokens.');
  return actor;
}

/** Hands the browser its session. */
export function setSessionCookie(reply: FastifyReply, token: string, publicUrl: string): void {
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: sessionHours * 3600,
  });
}

/** All routes of the given app ask who is there; those that need someone call {@link actorOf}. */
export function registerAuthentication(app: App, identity: IdentityService): void {
  app.addHook('onRequest', authenticate(identity));
}
