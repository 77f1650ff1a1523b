import { BoundedMap } from '../../../platform/bounded-map.ts';
import type { Clock } from '../../../platform/clock.ts';

export interface HostLimitOptions {
  /** Sessions with one mail provider per minute, and the size of a burst. */
  readonly sessionsPerMinute: number;
  readonly burst: number;
  /** This many failures in a row, and a host is left alone for a while. */
  readonly failuresInARow: number;
  /** The first pause; each further failure doubles it up to the longest. */
  readonly pauseSeconds: number;
  readonly longestPauseSeconds: number;
  /** Hosts remembered; the least recently used is evicted. */
  readonly hosts: number;
}

const defaults: HostLimitOptions = {
  sessionsPerMinute: 20,
  burst: 6,
  failuresInARow: 3,
  pauseSeconds: 300,
  longestPauseSeconds: 3600,
  hosts: 10_000,
};

/** `waitSeconds` 0: go ahead. Nobody waits here: a caller that may not go now comes back later. */
export type Permission = { readonly waitSeconds: number };

const goAhead: Permission = { waitSeconds: 0 };

/**
 * Limits how often this process contacts mail hosts: a rate for each, and a pause for those that fail repeatedly
 * (CV-5). The key is a host or the provider behind many hosts.
 */
export class HostLimits {
  private readonly options: HostLimitOptions;
  private readonly buckets: BoundedMap<string, Provider>;
  private readonly circuits: BoundedMap<string, Circuit>;

  constructor(
    private readonly clock: Clock,
    options: Partial<HostLimitOptions> = {},
  ) {
    this.options = { ...defaults, ...options };
    this.buckets = new BoundedMap(this.options.hosts);
    this.circuits = new BoundedMap(this.options.hosts);
  }

  /**
   * Takes sessions from the rate of the key, all or none. While several organizations want it, each has an equal part
   * of the rate: a thousand leads of one do not keep another's single lead waiting.
   */
  takeSessions(key: string, sessions: number, organizationId?: string): Permission {
    const now = this.nowSeconds();
    const { sessionsPerMinute, burst } = this.options;
    const whole: Rate = { perMinute: sessionsPerMinute, burst };
    const provider = this.buckets.get(key) ?? newProvider(burst, now);
    this.buckets.set(key, provider);
    const levels: Level[] = [{ bucket: provider.all, rate: whole }];
    if (organizationId !== undefined) {
      const own = ownBucket(provider, organizationId, burst, now);
      levels.push({ bucket: own, rate: partOf(whole, countActive(provider, now)) });
    }
    const waits = levels.map((level) => refill(level, sessions, now));
    const waitSeconds = Math.max(...waits);
    if (waitSeconds > 0) return { waitSeconds };
    for (const { bucket, rate } of levels) bucket.left -= Math.min(sessions, rate.burst);
    return goAhead;
  }

  /** Returns sessions that were taken and not needed. */
  returnSessions(key: string, sessions: number, organizationId?: string): void {
    const provider = this.buckets.get(key);
    if (!provider) return;
    provider.all.left += sessions;
    const own = organizationId === undefined ? undefined : provider.organizations.get(organizationId);
    if (own) own.left += sessions;
  }

  /** Whether the key is paused. After the pause one caller may try; the others wait for its result. */
  mayTry(key: string): Permission {
    const circuit = this.circuits.get(key);
    if (!circuit || circuit.failures < this.options.failuresInARow) return goAhead;
    const now = this.nowSeconds();
    if (now < circuit.closedUntil) return { waitSeconds: Math.ceil(circuit.closedUntil - now) };
    this.circuits.set(key, { ...circuit, closedUntil: now + this.options.pauseSeconds });
    return goAhead;
  }

  noteSuccess(key: string): void {
    this.circuits.delete(key);
  }

  noteFailure(key: string): void {
    const { failuresInARow, pauseSeconds, longestPauseSeconds } = this.options;
    const failures = (this.circuits.get(key)?.failures ?? 0) + 1;
    const doublings = Math.min(30, Math.max(0, failures - failuresInARow));
    const pause = Math.min(longestPauseSeconds, pauseSeconds * 2 ** doublings);
    this.circuits.set(key, { failures, closedUntil: this.nowSeconds() + pause });
  }

  private nowSeconds(): number {
    return this.clock.now().getTime() / 1000;
  }
}

interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

interface Bucket {
  left: number;
  at: number;
}

interface Level {
  readonly bucket: Bucket;
  readonly rate: Rate;
}

interface Provider {
  readonly all: Bucket;
  readonly organizations: BoundedMap<string, Bucket>;
}

/** Organizations whose part of a rate is remembered, per key. */
const mostOrganizations = 1000;
/** A caller that was told to wait comes back within that time. */
const activeSeconds = 300;
/** The sessions that a probe may need: no share of a burst is smaller. */
const leastBurst = 2;

function newProvider(burst: number, now: number): Provider {
  return { all: { left: burst, at: now }, organizations: new BoundedMap(mostOrganizations) };
}

/** What an organization has left of its part; it counts as active from then on. */
function ownBucket({ organizations }: Provider, organizationId: string, burst: number, now: number): Bucket {
  const own = organizations.get(organizationId) ?? { left: burst, at: now };
  // Reinserted as the most recent.
  organizations.set(organizationId, own);
  own.at = Math.max(own.at, now - activeSeconds);
  return own;
}

function countActive({ organizations }: Provider, now: number): number {
  return Math.max(1, [...organizations.values()].filter(({ at }) => now - at <= activeSeconds).length);
}

function partOf({ perMinute, burst }: Rate, count: number): Rate {
  return { perMinute: perMinute / count, burst: Math.max(Math.min(leastBurst, burst), burst / count) };
}

/** Refills a bucket up to now. @returns the seconds until the sessions are available; 0: they are */
function refill({ bucket, rate }: Level, sessions: number, now: number): number {
  const earned = (Math.max(0, now - bucket.at) * rate.perMinute) / 60;
  bucket.left = Math.min(rate.burst, bucket.left + earned);
  bucket.at = now;
  // More than the burst allows would never be granted.
  const missing = Math.min(sessions, rate.burst) - bucket.left;
  return missing > 0 ? Math.ceil((missing * 60) / rate.perMinute) : 0;
}

interface Circuit {
  readonly failures: number;
  readonly closedUntil: number;
}
