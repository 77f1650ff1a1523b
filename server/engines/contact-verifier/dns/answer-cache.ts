import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { DnsAnswer } from './dns-answer.ts';

/** How long answers are kept, whatever their records say; in seconds. */
export interface CacheLimits {
  readonly entries: number;
  /** With 0, every lead of a burst would query the record again. */
  readonly leastSeconds: number;
  readonly mostSeconds: number;
  /** RFC 2308, section 5 advises one to three hours. */
  readonly mostDenialSeconds: number;
  /** A failure is not an answer: it is cached just long enough to spare a server that is down. */
  readonly troubleSeconds: number;
}

const defaults: CacheLimits = {
  entries: 50_000,
  leastSeconds: 30,
  mostSeconds: 86_400,
  mostDenialSeconds: 3600,
  troubleSeconds: 5,
};

interface Entry {
  readonly answer: DnsAnswer;
  readonly untilMs: number;
}

/** A cache of answers by question until they expire; it holds at most `entries` and evicts the least recently used. */
export class AnswerCache {
  private readonly limits: CacheLimits;
  private readonly kept: BoundedMap<string, Entry>;

  constructor(limits: Partial<CacheLimits> = {}) {
    this.limits = { ...defaults, ...limits };
    this.kept = new BoundedMap(this.limits.entries);
  }

  /** The answer with its remaining seconds. */
  find(key: string, nowMs: number): DnsAnswer | undefined {
    const entry = this.kept.get(key);
    if (!entry) return undefined;
    if (entry.untilMs <= nowMs) {
      this.kept.delete(key);
      return undefined;
    }
    this.kept.set(key, entry);
    return withTtl(entry.answer, Math.ceil((entry.untilMs - nowMs) / 1000));
  }

  /** Caches the answer and returns it with the seconds it will be kept. */
  keep(key: string, answer: DnsAnswer, nowMs: number): DnsAnswer {
    const seconds = this.secondsFor(answer);
    this.kept.set(key, { answer, untilMs: nowMs + seconds * 1000 });
    return withTtl(answer, seconds);
  }

  private secondsFor(answer: DnsAnswer): number {
    const { leastSeconds, mostSeconds, mostDenialSeconds, troubleSeconds } = this.limits;
    if (answer.kind === 'trouble') return troubleSeconds;
    const most = answer.kind === 'answer' ? mostSeconds : mostDenialSeconds;
    return Math.min(Math.max(answer.ttlSeconds, leastSeconds), most);
  }
}

function withTtl(answer: DnsAnswer, ttlSeconds: number): DnsAnswer {
  return answer.kind === 'trouble' ? answer : { ...answer, ttlSeconds };
}
