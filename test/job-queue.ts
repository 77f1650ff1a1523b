import type pg from 'pg';
import type { AnyJob } from '../server/platform/jobs/jobs.ts';

/** The worker's own table, for tests of who may read it; its content is left to {@link JobQueue}. */
export const jobsTable = 'graphile_worker._private_jobs';
const namesTable = 'graphile_worker._private_tasks';
const queuesTable = 'graphile_worker._private_job_queues';

/** A job that is waiting, or that a worker is running. */
export interface QueuedJob<Payload = unknown> {
  readonly name: string;
  readonly payload: Payload;
  readonly key: string | null;
  readonly runAt: Date;
  /** How often it was started. */
  readonly attempts: number;
  /** The error of its last failure. */
  readonly lastError: string | null;
  /** Since when a worker has been running it. */
  readonly lockedAt: Date | null;
}

const columns = `j.id, t.identifier as name, j.payload, j.key, j.run_at as "runAt", j.attempts, j.last_error as "lastError",
  j.locked_at as "lockedAt"`;
const named = '(cardinality($1::text[]) = 0 or t.identifier = any($1))';

/**
 * The queue of a database, as its owner sees it. Where methods take names of jobs, none means all, and everything comes
 * in the order in which it was enqueued.
 */
export class JobQueue {
  constructor(
    private readonly pool: Pick<pg.Pool, 'query'>,
    /** The jobs that {@link run} can work. */
    private readonly jobs: readonly AnyJob[] = [],
  ) {}

  async list<Payload = unknown>(...names: string[]): Promise<QueuedJob<Payload>[]> {
    const query = `select ${columns} from ${jobsTable} j join ${namesTable} t on t.id = j.task_id
      where ${named} order by j.id`;
    return (await this.pool.query<QueuedJob<Payload>>(query, [names])).rows;
  }

  /** The payloads of the jobs. */
  async listPayloads<Payload = unknown>(...names: string[]): Promise<Payload[]> {
    return (await this.list<Payload>(...names)).map(({ payload }) => payload);
  }

  /** The jobs that carry this lead, alone or with others. */
  async listOfLead<Payload extends { leadIds: string[] }>(leadId: string): Promise<QueuedJob<Payload>[]> {
    const jobs = await this.list<Partial<Payload>>();
    return jobs.filter((job): job is QueuedJob<Payload> => job.payload.leadIds?.includes(leadId) ?? false);
  }

  /** Takes jobs out of the queue, and leaves their fate to the test. */
  take(...names: string[]): Promise<QueuedJob[]> {
    return this.takeWhere(named, names);
  }

  /** Takes the job with this key, of which there is at most one. */
  takeWithKey(key: string): Promise<QueuedJob[]> {
    return this.takeWhere('j.key = $1', key);
  }

  /**
   * Works jobs as the worker would, including those due later, until none is left; each is removed from the queue
   * first, so that running twice is the test's own choice. @returns the jobs that were worked
   */
  async run(...names: string[]): Promise<QueuedJob[]> {
    return this.work(() => this.take(...names));
  }

  /** Works what is due by this machine's clock, which is that of jobs without a scheduled time, until nothing is left. */
  async runDue(): Promise<QueuedJob[]> {
    return this.work(() => this.takeWhere('j.run_at <= $1', new Date(Date.now() + 1000)));
  }

  /** Enqueues a job with any payload, as nobody in the product can. */
  async add(name: string, payload: object = {}): Promise<void> {
    await this.pool.query('select graphile_worker.add_job($1, $2::json)', [name, JSON.stringify(payload)]);
  }

  /** As if every waiting job were due; workers check immediately. */
  async makeDue(): Promise<void> {
    await this.pool.query(
      `update ${jobsTable} set run_at = now() where locked_by is null and run_at > now();
       notify "jobs:insert", '{"count":1}'`,
    );
  }

  /** As if every job had failed that often. */
  async setAttempts(attempts: number): Promise<void> {
    await this.pool.query(`update ${jobsTable} set attempts = $1`, [attempts]);
  }

  /** Leaves all jobs and their queues as a killed worker does that started them that many seconds ago. */
  async leaveBehind(worker: string, secondsAgo = 0): Promise<void> {
    await this.pool.query(
      `with queues as (
         update ${queuesTable} set locked_by = $1, locked_at = now() - make_interval(secs => $2))
       update ${jobsTable} set locked_by = $1, locked_at = now() - make_interval(secs => $2), attempts = attempts + 1`,
      [worker, secondsAgo],
    );
  }

  /** Everything that is stored about the jobs. */
  async readAll(): Promise<string> {
    const query = `select string_agg(to_jsonb(j)::text, E'\\n' order by j.id) as text from ${jobsTable} j`;
    return (await this.pool.query<{ text: string | null }>(query)).rows[0]?.text ?? '';
  }

  async clear(): Promise<void> {
    await this.pool.query(`delete from ${jobsTable}`);
  }

  private async takeWhere(condition: string, value: unknown): Promise<QueuedJob[]> {
    const query = `with taken as (
        delete from ${jobsTable} j using ${namesTable} t where t.id = j.task_id and ${condition} returning ${columns})
      select * from taken order by id`;
    return (await this.pool.query<QueuedJob>(query, [value])).rows;
  }

  private async work(take: () => Promise<QueuedJob[]>): Promise<QueuedJob[]> {
    const worked: QueuedJob[] = [];
    for (let taken = await take(); taken.length > 0; taken = await take()) {
      for (const { name, payload } of taken) {
        const job = this.jobs.find((one) => one.name === name);
        if (!job) throw new Error(`there is no job ${name}`);
        await job.run(payload);
      }
      worked.push(...taken);
    }
    return worked;
  }
}
