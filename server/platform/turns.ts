import type { Sentence } from '../../contract/sentences.ts';
import { AppError } from './errors.ts';

/** One limit that a piece of work counts against: of a person, an organization, or everyone. */
export interface Share {
  /** The key of what counts together. */
  readonly of: string;
  /** The most running at the same time. */
  readonly running: number;
  /** The most waiting for a turn. */
  readonly waiting: number;
}

/** Gives a turn back; calling it twice changes nothing. */
export type GiveBack = () => void;

export interface TurnOptions {
  /** Callers that waited this long are refused. */
  readonly waitMilliseconds: number;
  /** The message of a refusal; without a customer's or a person's words. */
  readonly refusal: Sentence;
  /** When refused callers may come again. */
  readonly retryAfterSeconds: number;
  /**
   * A caller that finds the queue full is told so after this pause, so that a program that ignores Retry-After does not
   * keep everyone busy with refusals.
   */
  readonly pauseMilliseconds?: number;
}

interface Load {
  running: number;
  waiting: number;
}

interface Waiting {
  readonly shares: readonly Share[];
  readonly start: () => void;
}

/**
 * Limits concurrent work by shares: each piece counts against all its shares, starts when every one of them has room,
 * and waits in a short queue until then, first come, first served among those with room. So a caller that asks for much
 * waits for itself and holds up nobody else.
 */
export class Turns {
  private readonly loads = new Map<string, Load>();
  private readonly line = new Set<Waiting>();

  constructor(private readonly options: TurnOptions) {}

  /**
   * Waits for a turn.
   * @param gone aborted when the caller is gone: its place in the queue is then given up
   * @throws AppError too-many-requests when a queue is full or the wait takes too long
   */
  async take(shares: readonly Share[], gone?: AbortSignal): Promise<GiveBack> {
    if (shares.every((share) => this.loadOf(share).running < share.running)) return this.start(shares);
    if (shares.some((share) => this.loadOf(share).waiting >= share.waiting)) {
      await this.pause(gone);
      throw this.refusal();
    }
    return this.wait(shares, gone);
  }

  /** Runs the work in its own turn. @throws AppError as {@link take} */
  async run<T>(shares: readonly Share[], work: () => Promise<T>, gone?: AbortSignal): Promise<T> {
    const giveBack = await this.take(shares, gone);
    try {
      return await work();
    } finally {
      giveBack();
    }
  }

  /** How much of one share is running and waiting. */
  loadOf({ of }: Pick<Share, 'of'>): Readonly<Load> {
    return this.loads.get(of) ?? { running: 0, waiting: 0 };
  }

  private wait(shares: readonly Share[], gone?: AbortSignal): Promise<GiveBack> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', giveUp);
        this.line.delete(entry);
        this.count(shares, 'waiting', -1);
      };
      const giveUp = () => {
        leave();
        reject(this.refusal());
      };
      const entry: Waiting = {
        shares,
        start: () => {
          leave();
          resolve(this.start(shares));
        },
      };
      const timer = setTimeout(giveUp, this.options.waitMilliseconds);
      gone?.addEventListener('abort', giveUp, { once: true });
      this.line.add(entry);
      this.count(shares, 'waiting', 1);
    });
  }

  private start(shares: readonly Share[]): GiveBack {
    this.count(shares, 'running', 1);
    let given = true;
    return () => {
      if (!given) return;
      given = false;
      this.count(shares, 'running', -1);
      this.callNext();
    };
  }

  private callNext(): void {
    for (const { shares, start } of this.line)
      if (shares.every((share) => this.loadOf(share).running < share.running)) start();
  }

  private count(shares: readonly Share[], what: keyof Load, by: 1 | -1): void {
    for (const { of } of shares) {
      const load = this.loads.get(of) ?? { running: 0, waiting: 0 };
      load[what] += by;
      if (load.running === 0 && load.waiting === 0) this.loads.delete(of);
      else this.loads.set(of, load);
    }
  }

  private pause(gone?: AbortSignal): Promise<void> {
    const { pauseMilliseconds = 0 } = this.options;
    if (pauseMilliseconds === 0 || gone?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, pauseMilliseconds);
      gone?.addEventListener('abort', end, { once: true });
    });
  }

  private refusal(): AppError {
    const { refusal, retryAfterSeconds } = this.options;
    return new AppError('too-many-requests', refusal, { retryAfterSeconds });
  }
}
