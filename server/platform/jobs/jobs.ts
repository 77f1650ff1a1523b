import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  type WorkerEvents,
  Logger as WorkerLogger,
} from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import { jobsDone } from '../http/metrics.ts';
import type { Logger } from '../log.ts';
import { type HeartbeatTimes, WorkerHeartbeat } from './worker-heartbeat.ts';

/** A job: its name (imperative), what it carries (ids only), and its work, which must be safe to run twice. */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly work: (payload: Payload) => Promise<void>;
}

/** A job of any payload, for lists of jobs. */
export interface AnyJob {
  readonly name: string;
  readonly run: (payload: unknown) => Promise<void>;
}

/** Binds a job's payload to its contract. */
export function defineJob<Payload>(job: Job<Payload>): AnyJob {
  return { name: job.name, run: async (payload) => job.work(job.payload.parse(payload)) };
}

export interface EnqueueOptions {
  /** Jobs of one queue run one after another, in the order in which they were committed. */
  readonly queue?: string;
  /** A job with the same key that has not started is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** Enqueues a job that exists if, and only if, the transaction commits. */
export async function enqueueJob(
  tx: Transaction,
  name: string,
  payload: object,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select enqueue_job(${name}, ${JSON.stringify(payload)}::json, ${options.queue ?? null}, ${options.key ?? null},
                               ${options.runAt ?? null}::timestamptz)`.execute(tx);
}

/** A job that comes again and again. */
export interface Recurring {
  readonly task: string;
  /** Minute, hour, day, month and weekday as in a crontab; UTC. */
  readonly match: string;
}

export interface WorkerOptions {
  /** Connects as the owner of the job tables. */
  readonly ownerPool: pg.Pool;
  readonly jobs: readonly AnyJob[];
  readonly concurrency: number;
  /** Each time is worked once, however many workers there are; one that was missed while none ran is left out. */
  readonly recurring?: readonly Recurring[];
  readonly log: Logger;
  readonly heartbeatTimes?: HeartbeatTimes;
}

/** Works jobs until stopped; stopping waits for those that are running. A job that fails is tried again, later and later. */
export async function startWorker({
  ownerPool,
  jobs,
  concurrency,
  recurring = [],
  log,
  heartbeatTimes,
}: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const taskList: TaskList = Object.fromEntries(
    jobs.map((job) => [
      job.name,
      async (payload: unknown) => {
        try {
          await job.run(payload);
          jobsDone.inc({ task: job.name, outcome: 'done' });
        } catch (error) {
          jobsDone.inc({ task: job.name, outcome: 'failed' });
          log.error({ err: error, task: job.name }, 'job failed, it will be tried again');
          throw withoutDetails(error);
        }
      },
    ]),
  );
  const heartbeat = new WorkerHeartbeat(ownerPool, log, heartbeatTimes);
  const events: WorkerEvents = new EventEmitter();
  events.on('worker:create', ({ worker }) => heartbeat.add(worker.workerId));
  const runner: Runner = await run({
    pgPool: ownerPool,
    events,
    taskList,
    concurrency,
    parsedCronItems: parseCronItems([...recurring]),
    noHandleSignals: true,
    pollInterval: 2000,
    logger: new WorkerLogger(() => (level, message) => {
      if (level === 'error' || level === 'warning') log.warn({ worker: message }, 'worker');
    }),
  });
  await heartbeat.start();
  return {
    stop: async () => {
      await runner.stop();
      await heartbeat.stop();
      await untilIdle(ownerPool);
    },
  };
}

const recordingMilliseconds = 5000;

/**
 * The runner does not wait until it is written down how its last jobs ended: without that they would stay locked,
 * and be done again hours later.
 */
async function untilIdle(pool: pg.Pool): Promise<void> {
  const deadline = Date.now() + recordingMilliseconds;
  while (pool.waitingCount > 0 || pool.idleCount < pool.totalCount) {
    if (Date.now() > deadline) return;
    await sleep(5);
  }
}

/**
 * Lets go of jobs whose worker was killed while it worked them, so that they are tried again at once and not in
 * four hours. Only for who knows that no worker lives: the one process that owns its database.
 */
export async function releaseAbandonedJobs(ownerPool: pg.Pool): Promise<void> {
  await ownerPool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );
}

/** The worker keeps the last error of a job in the database; PostgreSQL's own may quote a row with contact details. */
function withoutDetails(error: unknown): Error {
  const code = (error as { code?: unknown }).code;
  const safe = new Error(typeof code === 'string' ? `failed with ${code}` : 'failed; see the log');
  safe.stack = undefined;
  return safe;
}
