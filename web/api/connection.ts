import { useSyncExternalStore } from 'react';
import type { PathOf } from '../../contract/endpoints.ts';

/**
 * Whether the server can be reached: `offline` when the browser reports no network, `unreachable` when requests get no
 * answer from Leadlight.
 */
export type Connection = 'up' | 'unreachable' | 'offline';

type Timer = ReturnType<typeof setTimeout>;

/** What a monitor needs from its surroundings, so that tests can replace them. */
interface ConnectionWorld {
  isOnline: () => boolean;
  /** Sends a request to the server; true if Leadlight itself answered. */
  probe: () => Promise<boolean>;
  wait: (act: () => void, ms: number) => Timer;
  stopWaiting: (timer: Timer) => void;
  /** In milliseconds. */
  now: () => number;
}

const firstRetryMs = 1500;
const longestRetryMs = 15_000;
const freshMs = 10_000;

/** Watches the connection: callers report failures, and it then retries until the server is back. */
export class ConnectionMonitor {
  private state: Connection = 'up';
  private readonly listeners = new Set<() => void>();
  private readonly backListeners = new Set<() => void>();
  private timer: Timer | undefined;
  private tries = 0;
  private probe: Promise<boolean> | undefined;
  private answeredAt: number;

  constructor(private readonly world: ConnectionWorld) {
    // What runs here came from the server just now.
    this.answeredAt = world.now();
  }

  read = (): Connection => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Calls `listener` each time the server becomes reachable again. */
  onBack(listener: () => void): () => void {
    this.backListeners.add(listener);
    return () => this.backListeners.delete(listener);
  }

  /** A request got no answer from Leadlight. */
  noteFailure(): void {
    this.set(this.world.isOnline() ? 'unreachable' : 'offline');
    this.retryLater();
  }

  /** Leadlight answered a request, whatever the status. */
  noteAnswer(): void {
    this.answeredAt = this.world.now();
    if (this.state === 'up') return;
    if (this.timer !== undefined) this.world.stopWaiting(this.timer);
    this.timer = undefined;
    this.tries = 0;
    this.set('up');
    for (const listener of this.backListeners) listener();
  }

  /** The browser reports a change of the network. */
  noteNetwork(): void {
    if (!this.world.isOnline()) this.noteFailure();
    else if (this.state !== 'up') void this.tryNow();
  }

  /** Whether the server can be reached: known by an answer of the last seconds, otherwise asked. */
  async isThere(): Promise<boolean> {
    if (this.state !== 'up') return false;
    return this.world.now() - this.answeredAt < freshMs || this.tryNow();
  }

  /** Probes immediately instead of at the next interval; true if the server is reachable. */
  tryNow(): Promise<boolean> {
    this.probe ??= this.ask().finally(() => {
      this.probe = undefined;
    });
    return this.probe;
  }

  private async ask(): Promise<boolean> {
    const isThere = await this.world.probe().catch(() => false);
    if (isThere) this.noteAnswer();
    else this.noteFailure();
    return isThere;
  }

  private retryLater(): void {
    if (this.timer !== undefined) return;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** this.tries);
    this.tries += 1;
    this.timer = this.world.wait(() => {
      this.timer = undefined;
      void this.tryNow();
    }, wait);
  }

  private set(next: Connection): void {
    if (this.state === next) return;
    this.state = next;
    for (const listener of this.listeners) listener();
  }
}

/** Whether this status comes from a proxy that can't reach Leadlight. */
export function isFromGateway(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** Any answer will do, also that nobody is signed in. */
const probePath: PathOf<'GET /api/v1/me'> = '/api/v1/me';

/** The connection of this page. */
export const connection = new ConnectionMonitor({
  isOnline: () => navigator.onLine,
  probe: async () => {
    const answer = await fetch(probePath, { cache: 'no-store', headers: { accept: 'application/json' } });
    return !isFromGateway(answer.status);
  },
  wait: (act, ms) => setTimeout(act, ms),
  stopWaiting: (timer) => clearTimeout(timer),
  now: () => Date.now(),
});

/** Follows the browser's network events. Called once, when the app starts. */
export function watchNetwork(): void {
  window.addEventListener('online', () => connection.noteNetwork());
  window.addEventListener('offline', () => connection.noteNetwork());
}

/** Whether the server can currently be reached. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.read);
}
