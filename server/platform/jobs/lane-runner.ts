import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Job as LibraryJob,
  type ParsedCronItem,
  type Runner,
  run,
  type TaskList,
  type Worker,
  type WorkerEvents,
  Logger as WorkerLogger,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../log.ts';
import { FairShare } from './fair-share.ts';
import type { Lane, LaneSettings } from './lanes.ts';
import type { WorkerHeartbeat } from './worker-heartbeat.ts';

export interface LaneRunnerOptions {
  readonly lane: Lane;
  readonly settings: LaneSettings;
  readonly tasks: TaskList;
  readonly recurring: ParsedCronItem[];
  readonly ownerPool: pg.Pool;
  readonly heartbeat: WorkerHeartbeat;
  readonly log: Logger;
}

/** Idle seats poll, all of a lane together about this often; new jobs wake them earlier. */
const lookMilliseconds = 1000;
const shortestPauseMilliseconds = 500;
const longestPauseMilliseconds = 30_000;
/** A runner that ran this long was sound: the next pause is the shortest again. */
const soundMilliseconds = 60_000;

/**
 * Runs the jobs of one lane until it is stopped, even when the library's runner ends: that happens when it could not
 * record how a job ended, for example because a connection broke. Another one starts after a pause, alongside the jobs
 * still running, and what was not recorded runs again.
 */
export class LaneRunner {
  private current: { readonly runner: Runner; retire(): void } | undefined;
  private stopped = false;
  private readonly stopSignal = new AbortController();
  private readonly working = new Set<Promise<void>>();
  private beginning: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(private readonly options: LaneRunnerOptions) {}

  /** @throws when the queue cannot be read */
  start(): Promise<void> {
    return this.begin();
  }

  /** Starts another runner; running jobs are finished by the runner that has them. */
  restart(): void {
    this.current?.retire();
  }

  /** Resolves when the running jobs have finished and their outcome is recorded. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopSignal.abort();
    await this.beginning;
    this.current?.retire();
    await Promise.all(this.working);
  }

  private async begin(): Promise<void> {
    const { settings, tasks, recurring, ownerPool, heartbeat, log, lane } = this.options;
    const events: WorkerEvents = new EventEmitter();
    const fairShare = new FairShare(settings);
    watchPicks(events, fairShare);
    let poolId: string | undefined;
    events.on('pool:create', ({ workerPool }) => {
      poolId = workerPool.id;
      heartbeat.add(workerPool.id);
    });
    const runner = await run({
      pgPool: ownerPool,
      events,
      taskList: tasks,
      parsedCronItems: recurring,
      noHandleSignals: true,
      forbiddenFlags: () => fairShare.beginPick(),
      preset: {
        worker: {
          concurrentJobs: settings.seats,
          pollInterval: lookMilliseconds * settings.seats,
          // Without batches the library leaves the promise that records a job's outcome unhandled: a connection that
          // breaks at that moment would end the process.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error' || level === 'warning') log.warn({ worker: message, lane }, 'worker');
      }),
    });
    const begunAt = performance.now();
    let retired = false;
    const retire = () => {
      if (retired) return;
      retired = true;
      // Rejects when the runner is ending on its own, which is as good.
      runner.stop().catch(() => undefined);
      if (this.stopped) return;
      this.failures = performance.now() - begunAt > soundMilliseconds ? 0 : this.failures + 1;
      this.beginning = this.beginAgain();
    };
    this.current = { runner, retire };
    events.on('pool:gracefulShutdown', retire);
    onLastingFailure(events, retire);
    const ended = runner.promise
      .catch((error: unknown) => log.warn({ err: error, lane }, 'a runner of jobs ended'))
      .then(async () => {
        retire();
        if (poolId !== undefined) await heartbeat.remove(poolId);
        this.working.delete(ended);
      });
    this.working.add(ended);
  }

  private async beginAgain(): Promise<void> {
    const { log, lane } = this.options;
    while (!this.stopped) {
      const pause = Math.min(longestPauseMilliseconds, shortestPauseMilliseconds * 2 ** (this.failures - 1));
      log.warn({ lane, pauseMilliseconds: pause }, 'a runner of jobs ended, another one begins');
      await sleep(pause, undefined, { signal: this.stopSignal.signal }).catch(() => undefined);
      if (this.stopped) return;
      try {
        await this.begin();
        return;
      } catch (error) {
        this.failures += 1;
        log.warn({ err: error, lane }, 'jobs cannot be worked right now');
      }
    }
  }
}

/** Every pick ends with exactly one of three events. */
function watchPicks(events: WorkerEvents, fairShare: FairShare): void {
  events.on('job:start', ({ job }) => fairShare.endPick(ownerOf(job)));
  events.on('job:complete', ({ job }) => fairShare.leave(ownerOf(job)));
  events.on('worker:getJob:error', () => fairShare.endPick(undefined));
  events.on('worker:getJob:empty', ({ worker }) => {
    if (fairShare.endEmptyPick()) lookAgain(worker);
  });
}

/**
 * What the library loads once and caches, it caches even when the result was an error, and then never finds a job
 * again. The very same error twice distinguishes that from an unreachable database, which throws a new one each time.
 */
function onLastingFailure(events: WorkerEvents, tell: () => void): void {
  let last: unknown;
  events.on('worker:getJob:error', ({ error }) => {
    if (error === last) tell();
    last = error;
  });
}

function lookAgain(worker: Worker): void {
  try {
    worker.nudge();
  } catch {
    // It is being stopped and takes no more.
  }
}

/** The job's organization is in its flag, set by the enqueuing function. */
function ownerOf(job: LibraryJob): string | undefined {
  return Object.keys(job.flags ?? {})[0];
}
