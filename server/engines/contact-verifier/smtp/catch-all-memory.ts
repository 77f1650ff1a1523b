import { randomInt } from 'node:crypto';
import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { Clock } from '../../../platform/clock.ts';

/**
 * Remembers which domains accept mail for any name, so that each is checked once in a while rather than for every lead.
 */
export interface CatchAllMemory {
  /** null: not known, or no longer. */
  get(domain: string): Promise<boolean | null>;
  set(domain: string, catchAll: boolean, until: Date): Promise<void>;
}

const mostDomains = 50_000;

/** An in-memory cache of this process, of at most 50,000 domains; evicts the oldest entry first. */
export function rememberCatchAllHere(clock: Clock): CatchAllMemory {
  const known = new BoundedMap<string, { catchAll: boolean; until: number }>(mostDomains);
  return {
    get: (domain) => {
      const entry = known.get(domain);
      const isFresh = entry !== undefined && clock.now().getTime() < entry.until;
      return Promise.resolve(isFresh ? entry.catchAll : null);
    },
    set: (domain, catchAll, until) => {
      known.set(domain, { catchAll, until: until.getTime() });
      return Promise.resolve();
    },
  };
}

const letters = 'abcdefghijkmnpqrstuvwxyz';

/** A local part that nobody has: 20 random letters, 91 bits. */
export function inventLocalPart(): string {
  return Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
}
