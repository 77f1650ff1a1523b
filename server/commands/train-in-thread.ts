import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Train } from '../areas/leads/index.ts';

/** Trains in a thread next to the built program, with its own connection. */
export function trainInThread(connectionString: string): Train {
  return async (order, now) => {
    const thread = new Worker(new URL('./training-thread.js', import.meta.url), {
      workerData: { connectionString, order, now },
    });
    // An error after its answer concerns nobody, and must not end the process.
    thread.on('error', () => undefined);
    // What a thread throws arrives as its error event, which rejects here; one that exits without an answer fails too.
    const ended = once(thread, 'exit').then(([code]) => {
      throw new Error(`the training thread ended with ${code} and no result`);
    });
    ended.catch(() => undefined);
    const [outcome] = await Promise.race([once(thread, 'message'), ended]);
    return outcome as Awaited<ReturnType<Train>>;
  };
}
