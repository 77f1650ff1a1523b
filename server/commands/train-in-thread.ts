import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Train } from '../areas/leads/index.ts';

/** Trains in a thread beside the built program, with a connection of its own. */
export function trainInThread(connectionString: string): Train {
  return async (order, now) => {
    const thread = new Worker(new URL('./training-thread.js', import.meta.url), {
      workerData: { connectionString, order, now },
    });
    // An error after its answer is nobody's business, and must not end the process.
    thread.on('error', () => undefined);
    // What a thread throws arrives as its error event, which rejects here; one that ends without a word fails too.
    const ended = once(thread, 'exit').then(([code]) => {
      throw new Error(`the training thread ended with ${code} and no result`);
    });
    ended.catch(() => undefined);
    const [outcome] = await Promise.race([once(thread, 'message'), ended]);
    return outcome as Awaited<ReturnType<Train>>;
  };
}
