import type { Db } from '../../../platform/database/database.ts';
import { prepareSearch } from './lead-lookup.jobs.ts';
import { prepareLookups } from './lead-lookup.repo.ts';

const leadsPerBatch = 500;
/** Batches after which the rest is left to another job, so that a worker that is stopped soon ends. */
const batchesPerJob = 10;

/**
 * Prepares the lookup of leads that were here before: batch by batch, each a transaction of its own that the next one
 * goes on from, whatever happens between them.
 */
export async function prepareAll(db: Db): Promise<void> {
  for (let batch = 0; batch < batchesPerJob; batch++) {
    if (!(await prepareLookups(db, leadsPerBatch))) return;
  }
  await db.transaction().execute((tx) => prepareSearch.enqueue(tx, {}, { key: prepareSearch.name }));
}
