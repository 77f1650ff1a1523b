import type pg from 'pg';
import type { Logger } from '../log.ts';

/** How often a worker sends a heartbeat. */
const beatSeconds = 20;
/** A worker silent for this long is considered dead; its jobs can safely run twice. */
const silentSeconds = 90;

export interface HeartbeatTimes {
  readonly beatSeconds: number;
  readonly silentSeconds: number;
}

/**
 * Sends heartbeats for the runners of this process, and releases the jobs and queues of dead workers: of a killed
 * process, or of a machine that is gone. All times are the database's, so that clocks need not agree.
 */
export class WorkerHeartbeat {
  private readonly runnerIds = new Set<string>();
  /** Runners that ended while the database was unreachable. */
  private readonly ended = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Logger,
    private readonly times: HeartbeatTimes = { beatSeconds, silentSeconds },
  ) {}

  /** From now on this runner belongs to this process: jobs are locked in its name. */
  add(runnerId: string): void {
    this.runnerIds.add(runnerId);
  }

  /**
   * The runner has ended: releases everything still locked in its name, now or, when the database is unreachable, as
   * soon as it is back.
   */
  async remove(runnerId: string): Promise<void> {
    this.runnerIds.delete(runnerId);
    this.ended.add(runnerId);
    await this.releaseEnded().catch((error: unknown) =>
      this.log.warn({ err: error }, 'jobs of a runner that ended are let go of later'),
    );
  }

  private async releaseEnded(): Promise<void> {
    const ended = [...this.ended];
    if (ended.length === 0) return;
    await this.pool.query('select graphile_worker.force_unlock_workers($1)', [ended]);
    await this.pool.query('delete from job_worker where id = any($1)', [ended]);
    for (const id of ended) this.ended.delete(id);
  }

  /** Resolves after the first heartbeat. */
  async start(): Promise<void> {
    await this.beat();
    this.timer = setInterval(() => {
      this.beating = this.beat();
    }, this.times.beatSeconds * 1000);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  private async beat(): Promise<void> {
    try {
      await this.pool.query(
        `insert into job_worker (id, seen_at) select id, now() from unnest($1::text[]) id
         on conflict (id) do update set seen_at = excluded.seen_at`,
        [[...this.runnerIds]],
      );
      await this.releaseEnded();
      await this.releaseDead();
    } catch (error) {
      this.log.warn({ err: error }, 'the worker could not say that it lives');
    }
  }

  private async releaseDead(): Promise<void> {
    const { rows } = await this.pool.query<{ dead: string[] | null }>(
      `select array_agg(distinct held.locked_by) as dead
       from (select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
             union all
             select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null) held
       where held.locked_at < now() - make_interval(secs => $1)
         and not exists (select from job_worker w where w.id = held.locked_by and w.seen_at >= now() - make_interval(secs => $1))`,
      [this.times.silentSeconds],
    );
    const dead = rows[0]?.dead;
    if (!dead) return;
    await this.pool.query('select graphile_worker.force_unlock_workers($1)', [dead]);
    await this.pool.query('delete from job_worker where id = any($1)', [dead]);
    this.log.warn({ workers: dead }, 'workers died; what they had begun is done again');
  }
}
