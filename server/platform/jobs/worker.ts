import { parseCronItems, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import { jobsDone } from '../http/metrics.ts';
import type { Logger } from '../log.ts';
import type { AnyJob } from './jobs.ts';
import { LaneRunner } from './lane-runner.ts';
import { type LaneSettings, laneSettings, lanes } from './lanes.ts';
import { type HeartbeatTimes, WorkerHeartbeat } from './worker-heartbeat.ts';

export interface WorkerOptions {
  /** Connects as the owner of the job tables. */
  readonly ownerPool: pg.Pool;
  /** A recurring one runs once each time, however many workers there are; an occurrence missed while none ran is skipped. */
  readonly jobs: readonly AnyJob[];
  /** See {@link laneSettings}. */
  readonly concurrency: number;
  readonly log: Logger;
  readonly heartbeatTimes?: HeartbeatTimes;
}

export interface JobWorker {
  /** Waits for the running jobs, and until their outcome is recorded. */
  stop(): Promise<void>;
  /**
   * Restarts, for example after an error that may have left the library in an inconsistent state; running jobs are
   * finished.
   */
  restart(): void;
}

/** The most connections that the job queue uses: to listen, to pick and to record for each lane, and a few more. */
export const queueConnections = lanes.length * 2 + 4;

/**
 * Runs jobs until stopped, in lanes that do not wait for each other. A failing job is retried at growing intervals.
 * Waits out broken connections and restarts of the database.
 * @throws when the queue cannot be read at the start
 */
export async function startWorker(options: WorkerOptions): Promise<JobWorker> {
  const { ownerPool, jobs, concurrency, log, heartbeatTimes } = options;
  const heartbeat = new WorkerHeartbeat(ownerPool, log, heartbeatTimes);
  const settings = laneSettings(concurrency);
  const runners = lanes.flatMap((lane) => {
    const own = jobs.filter((job) => job.lane === lane);
    if (own.length === 0) return [];
    return new LaneRunner({
      lane,
      settings: settings[lane] satisfies LaneSettings,
      tasks: tasksOf(own, log),
      recurring: parseCronItems(
        own.flatMap(({ name, every }) => (every ? { task: name, match: every } : [])),
      ),
      ownerPool,
      heartbeat,
      log,
    });
  });
  const stopRunners = () => Promise.all(runners.map((runner) => runner.stop()));
  await writeDownNames(
    ownerPool,
    jobs.map(({ name }) => name),
  );
  try {
    for (const runner of runners) await runner.start();
    await heartbeat.start();
  } catch (error) {
    await stopRunners();
    throw error;
  }
  return {
    stop: async () => {
      await stopRunners();
      await heartbeat.stop();
    },
    restart: () => {
      for (const runner of runners) runner.restart();
    },
  };
}

/**
 * The library numbers the names of jobs once, and runners keep the numbers for their whole life. Written by a
 * connection that does not wait for the disk, they could be lost when the server recovers from a crash, and assigned
 * again differently: no runner would ever find a job again. So they are flushed to disk first.
 */
async function writeDownNames(ownerPool: pg.Pool, names: readonly string[]): Promise<void> {
  await ownerPool.query(
    `with waits as materialized (select set_config('synchronous_commit', 'on', true))
     insert into graphile_worker._private_tasks (identifier)
     select name from unnest($1::text[]) name, waits order by name on conflict do nothing`,
    [names],
  );
}

function tasksOf(jobs: readonly AnyJob[], log: Logger): TaskList {
  const worked = (job: AnyJob) => async (payload: unknown) => {
    try {
      await job.run(payload);
      jobsDone.inc({ task: job.name, outcome: 'done' });
    } catch (error) {
      jobsDone.inc({ task: job.name, outcome: 'failed' });
      log.error({ err: error, task: job.name }, 'job failed, it will be tried again');
      throw withoutDetails(error);
    }
  };
  return Object.fromEntries(jobs.map((job) => [job.name, worked(job)]));
}

/**
 * Releases jobs whose worker was killed while running them, so that they are retried immediately rather than in four
 * hours. Only for callers that know that no worker is alive: the one process that owns its database.
 */
export async function releaseAbandonedJobs(ownerPool: pg.Pool): Promise<void> {
  await ownerPool.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))`,
  );
}

/** The worker stores the last error of a job in the database; PostgreSQL's own may quote a row with contact details. */
function withoutDetails(error: unknown): Error {
  const code = (error as { code?: unknown }).code;
  const safe = new Error(typeof code === 'string' ? `failed with ${code}` : 'failed; see the log');
  safe.stack = undefined;
  return safe;
}
