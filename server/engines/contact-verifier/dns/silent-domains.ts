import { getDomain } from 'tldts';
import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { DnsAnswer, DnsRecordType, Resolver } from './dns-answer.ts';

/** This many unanswered questions within that time, and the domain is left alone for a while. */
const mostSilences = 3;
const memorySeconds = 300;
const shortestPauseSeconds = 60;
const longestPauseSeconds = 1800;
/** Domains remembered; the one that was silent longest ago is evicted. */
const mostDomains = 10_000;

interface Silence {
  readonly at: readonly number[];
  readonly pauseSeconds: number;
  readonly until: number;
}

/**
 * A resolver that does not wait for the name servers of a domain that were silent just now: however many leads name it,
 * and under however many subdomains, only a few wait for it. A skipped question is trouble like any silence, so it
 * never counts against an address (CV-4) and is retried later.
 */
export function sparingSilentDomains(resolver: Resolver, clock: Clock): Resolver {
  const domains = new BoundedMap<string, Silence>(mostDomains);
  const seconds = () => clock.now().getTime() / 1000;
  return {
    resolve: async (name: string, type: DnsRecordType): Promise<DnsAnswer> => {
      const domain = ownerOf(name);
      const before = domains.get(domain);
      if (before && seconds() < before.until) return { kind: 'trouble', code: 'timeout' };
      // After a pause one caller asks; the others wait for its result.
      if (before && before.until > 0)
        domains.set(domain, { ...before, until: seconds() + shortestPauseSeconds });
      const answer = await resolver.resolve(name, type);
      if (answer.kind === 'trouble' && answer.code === 'timeout')
        domains.set(domain, noted(domains.get(domain), seconds()));
      // An answered question does not clear earlier silences; an answer after a pause does.
      else if (before && before.until > 0) domains.delete(domain);
      return answer;
    },
    close: () => resolver.close(),
  };
}

function noted(before: Silence | undefined, now: number): Silence {
  const at = [...(before?.at ?? []).filter((moment) => now - moment < memorySeconds), now].slice(
    -mostSilences,
  );
  const pauseSeconds = before?.pauseSeconds ?? shortestPauseSeconds;
  if (at.length < mostSilences && (before?.until ?? 0) === 0) return { at, pauseSeconds, until: 0 };
  const longer = Math.min(longestPauseSeconds, pauseSeconds * 2);
  return { at, pauseSeconds: longer, until: now + pauseSeconds };
}

/** The registered domain: all names below it have the same owner. */
export function ownerOf(name: string): string {
  return getDomain(name, { allowPrivateDomains: true }) ?? name.toLowerCase();
}
