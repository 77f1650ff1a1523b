import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Train } from '../features/quality/index.ts';

/** Trains in a thread beside the built program, with a connection of its own. */
export function trainInThread(connectionString: string): Train {
  return async (order, now) => {
    const thread = new Worker(new URL('./training-thread.js', import.meta.url), {
      workerData: { connectionString, order, now },
    });
    // What a thread throws arrives as its error event, which rejects here.
    const [outcome] = await once(thread, 'message');
    return outcome as Awaited<ReturnType<Train>>;
  };
}
