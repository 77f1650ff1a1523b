import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useTestDatabase } from '../../../test/database.ts';
import { until } from '../../../test/patience.ts';
import { inOrganization } from '../database/database.ts';
import { metrics } from '../http/metrics.ts';
import { newId } from '../ids.ts';
import { createLogger } from '../log.ts';
import { type AnyJob, defineJob, type EnqueueOptions } from './jobs.ts';
import { releaseAbandonedJobs, startWorker } from './worker.ts';

const database = useTestDatabase();

const organizationId = newId();
const workers: { stop(): Promise<void> }[] = [];
let logged = '';

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await database.queue.clear();
});

const payload = z.object({ n: z.number() });

/** A job whose work the test decides. */
const kind = (name = 'test.job') => defineJob({ name, lane: 'telling', payload });
const job = (work: (n: number) => Promise<void> | void, name = 'test.job'): AnyJob =>
  kind(name).doneBy(async ({ n }) => work(n));

async function start(...jobs: AnyJob[]) {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  const worker = await startWorker({
    ownerPool: database.ownerPool,
    jobs,
    concurrency: 3,
    log: createLogger('info', sink),
  });
  workers.push(worker);
  const stop = () => {
    workers.splice(workers.indexOf(worker), 1);
    return worker.stop();
  };
  return { stop };
}

const enqueue = (n: number, options: EnqueueOptions = {}, name = 'test.job') =>
  inOrganization(database.db, { organizationId }, (tx) => kind(name).enqueue(tx, { n }, options));

const waiting = () => database.queue.list();

/** A promise that the test resolves. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('a job', () => {
  it('IN-2 is worked soon after its transaction committed', async () => {
    const done: number[] = [];
    await start(job((n) => void done.push(n)));
    await enqueue(1);
    await until(() => done.length === 1);
    await until(async () => (await waiting()).length === 0);
    expect(done).toEqual([1]);
  });

  it('IN-2 does not exist when its transaction is rolled back', async () => {
    await expect(
      inOrganization(database.db, { organizationId }, async (tx) => {
        await kind().enqueue(tx, { n: 1 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await waiting()).toEqual([]);
  });

  it('IN-2 waits for a worker that knows it', async () => {
    const done: number[] = [];
    await enqueue(1);
    await start(job(() => undefined, 'test.other'));
    await enqueue(2, {}, 'test.other');
    await until(async () => (await waiting()).length === 1);
    await start(job((n) => void done.push(n)));
    await until(() => done.length === 1);
  });

  it('of one queue comes after those before it', async () => {
    const order: string[] = [];
    const first = gate();
    await start(
      job(async (n) => {
        order.push(`begin ${n}`);
        if (n === 1) await first.opened;
        order.push(`end ${n}`);
      }),
    );
    for (const n of [1, 2, 3]) await enqueue(n, { queue: 'lead-1' });
    await enqueue(4);
    await until(() => order.includes('end 4'));
    expect(order).toEqual(['begin 1', 'begin 4', 'end 4']);
    first.open();
    await until(() => order.includes('end 3'));
    expect(order.slice(3)).toEqual(['end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
  });

  it('with the key of one that has not started replaces it', async () => {
    await enqueue(1, { key: 'once' });
    await enqueue(2, { key: 'once' });
    const done: number[] = [];
    await start(job((n) => void done.push(n)));
    await until(async () => (await waiting()).length === 0);
    expect(done).toEqual([2]);
  });

  it('for later waits until then', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    await enqueue(1, { runAt });
    const done: number[] = [];
    await start(job((n) => void done.push(n)));
    await enqueue(2);
    // the other job has been done and removed from the list
    await until(async () => (await waiting()).length === 1);
    expect(done).toEqual([2]);
    expect((await waiting()).map((one) => one.runAt)).toEqual([runAt]);
  });
});

describe('a job that fails', () => {
  it('IN-2 is tried again until it is done', async () => {
    let attempts = 0;
    await start(
      job(() => {
        attempts++;
        if (attempts < 3) throw new Error('not yet');
      }),
    );
    await enqueue(1);
    for (const attempt of [1, 2]) {
      await until(async () => attempts === attempt && (await waiting())[0]?.lockedAt === null);
      const [failed] = await waiting();
      expect(failed).toMatchObject({ attempts: attempt });
      expect(failed?.runAt.getTime()).toBeGreaterThan(Date.now());
      await database.queue.makeDue();
    }
    await until(async () => attempts === 3 && (await waiting()).length === 0);
  });

  it('DP-2 leaves no contact detail in its error, nor in the log when the database quoted one', async () => {
    logged = '';
    await start(
      job(async () => {
        await database.ownerPool.query(`select 'ada@example.test'::uuid`);
      }),
    );
    await enqueue(1);
    await until(async () => (await waiting())[0]?.lastError != null);
    const written = await database.queue.readAll();
    expect(written).toContain('failed with 22P02');
    expect(written).not.toContain('ada@example.test');
    expect(logged).toContain('22P02');
    expect(logged).not.toContain('ada@example.test');
  });

  it('DP-2 keeps any other message out of the database, too', async () => {
    await start(
      job(() => {
        throw new Error('cannot reach ada@example.test');
      }),
    );
    await enqueue(1);
    await until(async () => (await waiting())[0]?.lastError != null);
    expect((await waiting())[0]?.lastError).toBe('failed; see the log');
  });

  it('whatever it carries is checked first', async () => {
    const done: number[] = [];
    await start(job((n) => void done.push(n)));
    await database.queue.add('test.job', { n: 'x' });
    await until(async () => (await waiting())[0]?.lastError != null);
    expect(done).toEqual([]);
  });

  it('is counted', async () => {
    const count = async (outcome: string) =>
      Number(
        new RegExp(`leadlight_jobs_total\\{task="test.counted",outcome="${outcome}"\\} (\\d+)`).exec(
          await metrics.metrics(),
        )?.[1] ?? 0,
      );
    await start(
      job((n) => {
        if (n < 0) throw new Error('no');
      }, 'test.counted'),
    );
    for (const n of [1, -1, 2]) await enqueue(n, {}, 'test.counted');
    await until(async () => (await count('done')) === 2 && (await count('failed')) === 1);
  });
});

describe('a worker that is stopped', () => {
  it('IN-2 waits for the jobs that run, records that they are done, and takes no new one', async () => {
    const [running, ended] = [gate(), [] as number[]];
    const worker = await start(
      job(async (n) => {
        await running.opened;
        ended.push(n);
      }),
    );
    for (const n of [1, 2, 3]) await enqueue(n);
    await until(async () => (await waiting()).filter((one) => one.lockedAt).length === 3);
    let stopped = false;
    const stopping = worker.stop().then(() => {
      stopped = true;
    });
    await enqueue(4);
    await sleep(20);
    expect(stopped).toBe(false);
    running.open();
    await stopping;
    expect(ended.sort()).toEqual([1, 2, 3]);
    expect(await waiting()).toMatchObject([{ attempts: 0, lockedAt: null }]);
  });

  it('IN-2 that was killed leaves its jobs to the next one, once the owner of the database lets go of them', async () => {
    await enqueue(1, { queue: 'lead-1' });
    await database.queue.leaveBehind('killed');
    await releaseAbandonedJobs(database.ownerPool);
    const done: number[] = [];
    await start(job((n) => void done.push(n)));
    await until(() => done.length === 1);
  });

  it('IN-2 records a job that fails at the end, so that another worker tries it again', async () => {
    const running = gate();
    const worker = await start(
      job(async () => {
        await running.opened;
        throw new Error('no');
      }),
    );
    await enqueue(1);
    await until(async () => (await waiting())[0]?.lockedAt != null);
    const stopping = worker.stop();
    running.open();
    await stopping;
    expect(await waiting()).toMatchObject([
      { attempts: 1, lockedAt: null, lastError: 'failed; see the log' },
    ]);
  });
});
