import type { FastifyReply, FastifyRequest } from 'fastify';
import { whoseHeaders, whoseParameter } from '../../../contract/whose.ts';
import { AppError } from '../../platform/errors.ts';
import type { App } from '../../platform/http/app.ts';
import { readerLanguage } from '../../platform/http/reader-language.ts';
import type { Actor, PersonActor } from './actor.ts';
import { sentence } from './catalogue.ts';
import { type Credential, Credentials } from './credentials.ts';
import type { IdentityService } from './identity.service.ts';
import type { SessionCookie } from './session-cookie.ts';
import { limitStrangers } from './strangers.ts';

const actors = new WeakMap<FastifyRequest, Actor>();

interface Belief {
  readonly personId: string | undefined;
  readonly organizationId: string | undefined;
}

/**
 * The person and organization that the page believes are signed in; removes the query parameter, so that no route has
 * to allow it.
 */
function takeBelief(request: FastifyRequest): Belief {
  const query = request.query as Record<string, unknown>;
  const inAddress = query[whoseParameter];
  delete query[whoseParameter];
  if (typeof inAddress === 'string') {
    const [personId, organizationId] = inAddress.split('.');
    return { personId, organizationId: organizationId ?? '' };
  }
  const { [whoseHeaders.person]: personId, [whoseHeaders.organization]: organizationId } = request.headers;
  return { personId: personId?.toString(), organizationId: organizationId?.toString() };
}

/** Adds to every answer whose session it was. @throws AppError other-session when the page is someone else's */
function sayWhose(reply: FastifyReply, actor: PersonActor, believed: Belief): void {
  reply.header(whoseHeaders.person, actor.personId);
  reply.header(whoseHeaders.organization, actor.organizationId);
  refuseOtherSession(actor, believed);
}

/** @throws AppError other-session, before anything is read or done */
function refuseOtherSession(actor: PersonActor, believed: Belief): void {
  const fits =
    (believed.personId === undefined || believed.personId === actor.personId) &&
    (believed.organizationId === undefined || believed.organizationId === actor.organizationId);
  if (fits) return;
  const { personId, name, organizationId, organizationName } = actor;
  throw new AppError(
    'other-session',
    sentence('signIn.otherSession', { name, organization: organizationName }),
    {
      session: {
        person: { id: personId, name },
        organization: { id: organizationId, name: organizationName },
      },
    },
  );
}

function credentialOf(cookie: SessionCookie, request: FastifyRequest): Credential | undefined {
  const bearer = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return { kind: 'bearer', token: bearer };
  const token = cookie.tokenOf(request);
  if (!token) return undefined;
  refuseOtherSites(request);
  return { kind: 'session', token };
}

/**
 * A browser sends the cookie whichever site's page makes the request, but it also says where the request comes from.
 * Changes must come from our own pages.
 */
function refuseOtherSites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign =
    site === undefined
      ? origin !== undefined && !originIs(origin, host)
      : site !== 'same-origin' && site !== 'none';
  if (foreign) throw fromOtherSite();
}

/** The 403 for a change that another site requests. */
export function fromOtherSite(): AppError {
  return new AppError('cross-site-request', sentence('signIn.otherSite'));
}

function originIs(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Who makes the request; undefined when nobody is signed in: for doors that are open to everyone. */
export function findActorOf(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

/** Who makes the request. @throws AppError not-signed-in */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actors.get(request);
  if (!actor) throw notSignedIn();
  return actor;
}

function notSignedIn(): AppError {
  return new AppError('not-signed-in', sentence('signIn.first'));
}

/** The person who makes the request; programs are refused. @throws AppError not-signed-in, not-allowed */
export function personOf(request: FastifyRequest): PersonActor {
  const actor = actorOf(request);
  if (actor.kind !== 'person') throw new AppError('not-allowed', sentence('allowed.peopleOnly'));
  return actor;
}

/**
 * Identifies who makes each request to the API, before anything of it is read or validated: what needs a sign-in is
 * refused right away, and what is open to strangers counts for the network that it comes from. A page that says whose
 * it is gets nothing from someone else's session (decision 024).
 */
export function registerAuthentication(
  app: App,
  {
    identity,
    cookie,
    strangersPerMinute,
  }: { identity: IdentityService; cookie: SessionCookie; strangersPerMinute: number },
): void {
  const countStranger = limitStrangers(app, strangersPerMinute);
  const credentials = new Credentials(identity, strangersPerMinute);
  app.addHook('onRequest', async (request, reply) => {
    const { url, schema } = request.routeOptions;
    const isApi = (url ?? request.url).startsWith('/api/');
    const actor = isApi ? await identify(credentials, cookie, { request, reply }) : undefined;
    if (actor) actors.set(request, { ...actor, language: readerLanguage(request) });
    else await countStranger(request);
    if (!actor && url?.startsWith('/api/v1/') && schema?.security === undefined) throw notSignedIn();
  });
}

/** Who makes the request, once it is certain that the page is not someone else's. */
async function identify(
  credentials: Credentials,
  cookie: SessionCookie,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<Actor | undefined> {
  const believed = takeBelief(request);
  const credential = credentialOf(cookie, request);
  const actor = credential && (await credentials.findActor(credential, request.ip));
  if (actor?.kind === 'person') sayWhose(reply, actor, believed);
  return actor;
}
