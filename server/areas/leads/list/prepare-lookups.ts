import type { Db } from '../../../platform/database/database.ts';
import { prepareSearch } from './lead-lookup.jobs.ts';
import { prepareLookups } from './lead-lookup.repo.ts';

const leadsPerBatch = 500;
/** Batches per job; the rest goes to another job, so that a worker told to stop ends soon. */
const batchesPerJob = 10;

/**
 * Prepares the lookup of older leads batch by batch, each in its own transaction, after which the next one continues,
 * whatever happens between them.
 */
export async function prepareAll(db: Db): Promise<void> {
  for (let batch = 0; batch < batchesPerJob; batch++) {
    if (!(await prepareLookups(db, leadsPerBatch))) return;
  }
  await db.transaction().execute((tx) => prepareSearch.enqueue(tx, {}, { key: prepareSearch.name }));
}
