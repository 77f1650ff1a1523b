import { sql } from 'kysely';
import type { z } from 'zod';
import type { Transaction } from '../database/database.ts';
import type { Lane } from './lanes.ts';

/** A job: its name (imperative), its lane, what it carries (ids only), and its work, which must be safe to run twice. */
export interface Job<Payload> {
  readonly name: string;
  readonly lane: Lane;
  readonly payload: z.ZodType<Payload>;
  readonly work: (payload: Payload) => Promise<void>;
}

/** A job of any payload, for lists of jobs. */
export interface AnyJob {
  readonly name: string;
  readonly lane: Lane;
  readonly run: (payload: unknown) => Promise<void>;
}

/** Binds a job's payload to its contract. */
export function defineJob<Payload>({ name, lane, payload: shape, work }: Job<Payload>): AnyJob {
  return { name, lane, run: async (payload) => work(shape.parse(payload)) };
}

export interface EnqueueOptions {
  /**
   * Jobs of one queue run one after another, in the order in which they were committed. A queue is for work of which
   * the machine bears only one at a time, never for what people wait for.
   */
  readonly queue?: string;
  /** A job with the same key that has not started is replaced. */
  readonly key?: string;
  readonly runAt?: Date;
}

/**
 * Enqueues a job that exists if, and only if, the transaction commits. One whose payload names an `organizationId`
 * counts as that organization's where seats are shared out.
 */
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
