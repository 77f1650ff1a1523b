import { setTimeout as sleep } from 'node:timers/promises';
import { findLackOfSpace } from './disk-space.ts';
import { errorMessage } from './errors.ts';
import type { ServerProcess } from './server-process.ts';

export interface KeptRunningOptions {
  readonly cluster: string;
  /** Starts the server where it ran before, once nothing of it is left. */
  readonly startAgain: () => Promise<ServerProcess>;
  readonly log: (line: string) => void;
  /** Called when it cannot be started any more. */
  readonly onGivenUp: (what: string) => void;
}

const pauseMilliseconds = [0, 500, 2000, 5000, 10_000] as const;
const fullPauseMilliseconds = 2000;

/**
 * Holds the running server. When its process ends on its own, for example killed by the system, restarts it so that it
 * recovers; while its disk is full, retries for as long as it takes. Clients reconnect.
 */
export class KeptRunning {
  private reviving: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  /** What keeps the server from running, in a sentence. */
  private trouble: string | undefined;

  constructor(
    private server: ServerProcess,
    private readonly options: KeptRunningOptions,
  ) {
    this.watch();
  }

  get current(): ServerProcess {
    return this.server;
  }

  /** What is wrong right now, in a sentence. */
  async findTrouble(): Promise<string | undefined> {
    return this.trouble ?? (await findLackOfSpace(this.options.cluster, 'run'));
  }

  /** From now on an exit is no reason to restart. @returns the server to be stopped */
  async letGo(): Promise<ServerProcess> {
    this.stopping.abort();
    await this.reviving;
    return this.server;
  }

  private watch(): void {
    void this.server.gone.then(() => {
      if (!this.stopping.signal.aborted) this.reviving = this.revive();
    });
  }

  private async revive(): Promise<void> {
    this.say('The built-in database server ended and is being started again.');
    let last = '';
    for (const pause of pauseMilliseconds) {
      await this.pause(pause);
      await this.waitForSpace();
      if (this.stopping.signal.aborted) return;
      try {
        this.server = await this.options.startAgain();
        this.trouble = undefined;
        this.options.log('The built-in database server runs again.');
        this.watch();
        return;
      } catch (error) {
        last = errorMessage(error);
      }
    }
    this.options.onGivenUp(
      `The built-in database server ended unexpectedly and could not be started again: ${last}`,
    );
  }

  private async waitForSpace(): Promise<void> {
    for (;;) {
      const lack = await findLackOfSpace(this.options.cluster, 'start');
      if (lack === undefined || this.stopping.signal.aborted) return;
      this.say(lack);
      await this.pause(fullPauseMilliseconds);
    }
  }

  /** Reports it once. */
  private say(trouble: string): void {
    if (withoutFigures(this.trouble ?? '') !== withoutFigures(trouble)) this.options.log(trouble);
    this.trouble = trouble;
  }

  private async pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}

/** The trouble without the bracketed figures, which change while the trouble stays the same. */
function withoutFigures(trouble: string): string {
  const [opening, closing] = [trouble.indexOf('('), trouble.lastIndexOf(')')];
  return opening < 0 || closing < opening ? trouble : trouble.slice(0, opening) + trouble.slice(closing + 1);
}
