// A separate thread for training: it takes seconds of CPU time, which would block the event loop that answers requests.
import { parentPort, workerData } from 'node:worker_threads';
import { trainFromDatabase } from './areas/leads/index.ts';
import { createDb, createPool, workerRole } from './platform/database/database.ts';
import { createLogger } from './platform/log.ts';

const { connectionString, order, now } = workerData as {
  connectionString: string;
  order: Parameters<typeof trainFromDatabase>[1];
  now: Date;
};
const pool = createPool({ connectionString, poolSize: 1, log: createLogger('silent'), role: workerRole });
try {
  parentPort?.postMessage(await trainFromDatabase(createDb(pool), order, now));
} finally {
  await pool.end();
}
