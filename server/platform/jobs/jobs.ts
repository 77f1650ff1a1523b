import { sql } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Lane } from './lanes.ts';

type Payload = z.ZodType<object, object>;

/** The definition of a kind of job: all that its callers and its worker share. */
export interface JobKind<Shape extends Payload> {
  /** Imperative, as `area.do-something`. */
  readonly name: string;
  readonly lane: Lane;
  /** The data it carries: ids, never contact details. */
  readonly payload: Shape;
  /** Minute, hour, day, month and weekday as in a crontab, UTC: it recurs on its own. */
  readonly every?: string;
}

/** A job with its work. */
export interface AnyJob {
  readonly name: string;
  readonly lane: Lane;
  readonly every: string | undefined;
  readonly run: (payload: unknown) => Promise<void>;
}

export interface EnqueueOptions {
  /**
   * Jobs of one queue run one after another, in the order in which they were committed. A queue is for work that the
   * machine can bear only one at a time, never for what people wait for.
   */
  readonly queue?: string;
  /** Replaces a job with the same key that has not started. */
  readonly key?: string;
  readonly runAt?: Date;
}

/** A job to be enqueued. */
export interface JobOrder extends EnqueueOptions {
  readonly task: string;
  readonly payload: object;
}

/** A kind of job: enqueued with the payload its contract requires, and done by the work bound to it. */
export class Job<Shape extends Payload = Payload> {
  constructor(private readonly kind: JobKind<Shape>) {}

  get name(): string {
    return this.kind.name;
  }

  /** The order for {@link enqueueAll}. */
  readonly order = (payload: z.input<Shape>, options: EnqueueOptions = {}): JobOrder => ({
    task: this.name,
    payload,
    ...options,
  });

  /**
   * Enqueues a job that exists if, and only if, the transaction commits. One whose payload names an `organizationId`
   * counts as that organization's in the sharing of seats.
   */
  async enqueue(tx: Transaction, payload: z.input<Shape>, options?: EnqueueOptions): Promise<void> {
    await enqueueAll(tx, [this.order(payload, options)]);
  }

  /** Binds the kind to its work, which must be safe to run twice. */
  doneBy(work: (payload: z.output<Shape>) => Promise<unknown>): AnyJob {
    const { name, lane, every, payload: shape } = this.kind;
    return { name, lane, every, run: async (payload) => void (await work(shape.parse(payload))) };
  }
}

/** Enqueues jobs of any kinds in one statement, each as {@link Job.enqueue} does. */
export async function enqueueAll(tx: Transaction, orders: readonly JobOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ task, payload, queue, key, runAt }) => ({
    task,
    payload,
    queue,
    job_key: key,
    run_at: runAt,
  }));
  await sql`select enqueue_job(o.task, o.payload, o.queue, o.job_key, o.run_at)
            from json_to_recordset(${JSON.stringify(rows)}::json)
              as o (task text, payload json, queue text, job_key text, run_at timestamptz)`.execute(tx);
}

/** Defines a kind of job, once for its callers and its worker. */
export function defineJob<Shape extends Payload>(kind: JobKind<Shape>): Job<Shape> {
  return new Job(kind);
}
