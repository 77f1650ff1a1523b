import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../platform/http/app.ts';
import { whenGone } from '../../platform/http/gone.ts';
import { type Share, Turns } from '../../platform/turns.ts';
import type { Actor } from './actor.ts';
import { findActorOf } from './authentication.ts';
import { sentence } from './catalogue.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `heavy`: reads much of the database. `own`: bounds itself in another way. Everything else is light. */
    turn?: 'heavy' | 'own';
  }
}

const options = {
  waitMilliseconds: 10_000,
  refusal: sentence('limits.ownRequests'),
  retryAfterSeconds: 2,
  pauseMilliseconds: 1000,
};

/**
 * Limits how many requests of one person or program, and of one organization, are served at the same time, whatever
 * they are: the others keep at least half of the connections. Requests over the limits wait in a short queue, and then
 * get 429.
 * @param connections how many there are for requests
 */
export function shareByTurns(app: App, connections: number): void {
  const light = new Turns(options);
  const heavy = new Turns(options);
  const half = Math.max(1, Math.floor(connections / 2));
  const lightShares = (actor: Actor): Share[] => [
    { of: callerOf(actor), running: Math.min(4, half), waiting: 64 },
    { of: actor.organizationId, running: half, waiting: 200 },
  ];
  const heavyShares = (actor: Actor): Share[] => [
    { of: callerOf(actor), running: Math.min(2, half), waiting: 32 },
    { of: actor.organizationId, running: Math.max(1, half - 1), waiting: 100 },
  ];
  app.addHook('onRoute', (route) => {
    const turn = route.config?.turn ?? 'light';
    const { handler } = route;
    if (turn === 'own') return;
    route.handler = function inTurn(request: FastifyRequest, reply: FastifyReply) {
      const answer = async (): Promise<unknown> => handler.call(this, request, reply);
      const actor = findActorOf(request);
      if (!actor) return answer();
      const gone = whenGone(reply);
      // A heavy request takes its heavy turn first: while it waits, it keeps nobody from a light one.
      const inLightTurn = () => light.run(lightShares(actor), answer, gone);
      return turn === 'heavy' ? heavy.run(heavyShares(actor), inLightTurn, gone) : inLightTurn();
    };
  });
}

const callerOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : actor.tokenId);
