import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../platform/http/app.ts';
import { streamedBodyOf } from '../../platform/http/download.ts';
import { whenGone } from '../../platform/http/gone.ts';
import { type GiveBack, type Share, Turns } from '../../platform/turns.ts';
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
 * they are: the others keep at least half of the connections. An answer that is written while it is read keeps its turn
 * until it has closed. Requests over the limits wait in a short queue, and then get 429.
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
    route.handler = async function inTurn(request: FastifyRequest, reply: FastifyReply) {
      const actor = findActorOf(request);
      if (!actor) return handler.call(this, request, reply);
      const gone = whenGone(reply);
      const taken: GiveBack[] = [];
      const giveBack = () => {
        for (const giveOneBack of taken) giveOneBack();
      };
      try {
        // A heavy request takes its heavy turn first: while it waits, it keeps nobody from a light one.
        if (turn === 'heavy') taken.push(await heavy.take(heavyShares(actor), gone));
        taken.push(await light.take(lightShares(actor), gone));
        const answer: unknown = await handler.call(this, request, reply);
        afterBody(reply, giveBack);
        return answer;
      } catch (error) {
        giveBack();
        throw error;
      }
    };
  });
}

/** A body closes when what it was reading has been read, even if its reader left before. */
function afterBody(reply: FastifyReply, giveBack: GiveBack): void {
  const body = streamedBodyOf(reply);
  if (body === undefined || body.closed) giveBack();
  else body.once('close', giveBack);
}

const callerOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : actor.tokenId);
