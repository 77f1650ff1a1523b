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
  /** Of one that comes by itself each time is worked once, however many workers there are; one that was missed while none ran is left out. */
  readonly jobs: readonly AnyJob[];
  /** See {@link laneSettings}. */
  readonly concurrency: number;
  readonly log: Logger;
  readonly heartbeatTimes?: HeartbeatTimes;
}

export interface JobWorker {
  /** Waits for the jobs that are running, and until it is written down how they ended. */
  stop(): Promise<void>;
  /** Begins anew, as after an error that may have left the library in no sound state; running jobs are ended. */
  restart(): void;
}

/** Connections that the queue of jobs takes at most: to listen, to pick and to write down for each lane, and a few more. */
export const queueConnections = lanes.length * 2 + 4;

/**
 * Works jobs until stopped, in lanes that do not wait for each other. A job that fails is tried again, later and later.
 * Broken connections and restarts of the database are waited out.
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
 * The library numbers the names of jobs once, and runners keep the numbers for as long as they live. Written by a
 * connection that does not wait for the disk, they could be lost when the server recovers from a crash, and other
 * numbers given: no runner would find a job ever again. So they are on disk first.
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
