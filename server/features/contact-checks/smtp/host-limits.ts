import type { Clock } from '../../../platform/clock.ts';

export interface HostLimitOptions {
  /** Sessions with one mail provider, and how many of them may come at once. */
  readonly sessionsPerMinute: number;
  readonly burst: number;
  /** So many failures in a row, and a host is left alone for a while. */
  readonly failuresInARow: number;
  /** The first pause; each further failure doubles it up to the longest. */
  readonly pauseSeconds: number;
  readonly longestPauseSeconds: number;
  /** Hosts that are remembered; the one that was quiet longest is forgotten. */
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

/** `waitSeconds` 0: go ahead. Nobody waits here: who may not go now comes back later. */
export type Permission = { readonly waitSeconds: number };

const goAhead: Permission = { waitSeconds: 0 };

/**
 * How often mail hosts are bothered by this process: a rate for each, and a pause for those that fail again and again
 * (CV-5). The key is a host or the provider behind many hosts.
 */
export class HostLimits {
  private readonly options: HostLimitOptions;
  private readonly buckets: Remembered<Bucket>;
  private readonly circuits: Remembered<Circuit>;

  constructor(
    private readonly clock: Clock,
    options: Partial<HostLimitOptions> = {},
  ) {
    this.options = { ...defaults, ...options };
    this.buckets = new Remembered(this.options.hosts);
    this.circuits = new Remembered(this.options.hosts);
  }

  /** Takes sessions from the rate of the key, all or none. */
  takeSessions(key: string, sessions: number): Permission {
    const { sessionsPerMinute, burst } = this.options;
    const now = this.nowSeconds();
    const bucket = this.buckets.find(key) ?? { left: burst, at: now };
    const earned = (Math.max(0, now - bucket.at) * sessionsPerMinute) / 60;
    const left = Math.min(burst, bucket.left + earned);
    // More at once than the burst allows would never be granted.
    const wanted = Math.min(sessions, burst);
    const missing = wanted - left;
    this.buckets.keep(key, { left: missing > 0 ? left : left - wanted, at: now });
    return missing > 0 ? { waitSeconds: Math.ceil((missing * 60) / sessionsPerMinute) } : goAhead;
  }

  /** Gives back sessions that were taken and not needed. */
  returnSessions(key: string, sessions: number): void {
    const bucket = this.buckets.find(key);
    if (bucket) this.buckets.keep(key, { ...bucket, left: bucket.left + sessions });
  }

  /** Whether the key is in a pause. After it one caller may try; the others wait for what that one finds. */
  mayTry(key: string): Permission {
    const circuit = this.circuits.find(key);
    if (!circuit || circuit.failures < this.options.failuresInARow) return goAhead;
    const now = this.nowSeconds();
    if (now < circuit.closedUntil) return { waitSeconds: Math.ceil(circuit.closedUntil - now) };
    this.circuits.keep(key, { ...circuit, closedUntil: now + this.options.pauseSeconds });
    return goAhead;
  }

  noteSuccess(key: string): void {
    this.circuits.forget(key);
  }

  noteFailure(key: string): void {
    const { failuresInARow, pauseSeconds, longestPauseSeconds } = this.options;
    const failures = (this.circuits.find(key)?.failures ?? 0) + 1;
    const doublings = Math.min(30, Math.max(0, failures - failuresInARow));
    const pause = Math.min(longestPauseSeconds, pauseSeconds * 2 ** doublings);
    this.circuits.keep(key, { failures, closedUntil: this.nowSeconds() + pause });
  }

  private nowSeconds(): number {
    return this.clock.now().getTime() / 1000;
  }
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

interface Circuit {
  readonly failures: number;
  readonly closedUntil: number;
}

class Remembered<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  find(key: string): Value | undefined {
    return this.values.get(key);
  }

  keep(key: string, value: Value): void {
    this.values.delete(key);
    this.values.set(key, value);
    if (this.values.size <= this.most) return;
    const [quietest] = this.values.keys();
    if (quietest !== undefined) this.values.delete(quietest);
  }

  forget(key: string): void {
    this.values.delete(key);
  }
}
