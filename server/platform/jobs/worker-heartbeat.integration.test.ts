import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { useTestDatabase } from '../../../test/database.ts';
import { patience } from '../../../test/patience.ts';
import { inOrganization } from '../database/database.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../log.ts';
import { defineJob } from './jobs.ts';
import { startWorker } from './worker.ts';

const database = useTestDatabase();

const workers: { stop(): Promise<void> }[] = [];
// On a busy machine heartbeats may be late: silence is ten times as long.
const times = { beatSeconds: 0.2, silentSeconds: 2 };
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.queue.clear();
});

const beat = defineJob({ name: 'test.beat', lane: 'telling', payload: z.object({}) });

async function start(work: () => Promise<void>): Promise<void> {
  const worker = await startWorker({
    ownerPool: database.ownerPool,
    jobs: [beat.doneBy(work)],
    concurrency: 1,
    log: createLogger('silent'),
    heartbeatTimes: times,
  });
  workers.push(worker);
}

const enqueue = () =>
  inOrganization(database.db, { organizationId: newId() }, (tx) =>
    beat.enqueue(tx, {}, { queue: 'in turn' }),
  );

describe('IN-2: a worker that was killed', () => {
  it('IN-2 leaves its job and its queue to the others within minutes, not hours', async () => {
    await enqueue();
    await enqueue();
    await database.queue.leaveBehind('worker-killed', times.silentSeconds + 1);
    let done = 0;
    await start(async () => void done++);
    await vi.waitFor(() => expect(done).toBe(2), patience);
  });

  it('IN-2 is not taken for dead before it was silent for long', async () => {
    await enqueue();
    const left = performance.now();
    await database.queue.leaveBehind('worker-killed');
    let done: number | undefined;
    await start(async () => {
      done = performance.now();
    });
    await vi.waitFor(
      () => expect((done ?? 0) - left).toBeGreaterThanOrEqual(times.silentSeconds * 1000),
      patience,
    );
  });

  it('IN-2 a worker that lives keeps a long job, with others beside it', async () => {
    let begun = 0;
    const work = async () => {
      begun++;
      await sleep(times.silentSeconds * 2500);
    };
    await enqueue();
    await start(work);
    await start(work);
    await vi.waitFor(() => expect(begun).toBe(1), patience);
    await sleep(times.silentSeconds * 2000);
    expect(begun).toBe(1);
  });

  it('IN-2 a worker that ends in order takes its name away', async () => {
    await start(async () => undefined);
    const names = async () => (await database.ownerPool.query('select id from job_worker')).rows.length;
    expect(await names()).toBe(1);
    await workers.splice(0)[0]?.stop();
    expect(await names()).toBe(0);
  });
});
