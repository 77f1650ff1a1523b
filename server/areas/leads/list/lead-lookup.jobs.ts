import { z } from 'zod';
import type { Db } from '../../../platform/database/database.ts';
import { type AnyJob, defineJob, enqueueJob } from '../../../platform/jobs/jobs.ts';
import { prepareLookups } from './lead-lookup.repo.ts';

const leadsPerBatch = 500;
/** Batches after which the rest is left to another job, so that a worker that is stopped soon ends. */
const batchesPerJob = 10;

/**
 * Does what a migration or a new rate left to be done for leads that were here before: batch by batch, each a
 * transaction of its own that the next one goes on from, whatever happens between them.
 */
export function lookupJobs(db: Db): AnyJob[] {
  return [
    defineJob({
      name: 'search.prepare',
      lane: 'bulk',
      payload: z.looseObject({}),
      work: async () => {
        for (let batch = 0; batch < batchesPerJob; batch++) {
          if (!(await prepareLookups(db, leadsPerBatch))) return;
        }
        await db
          .transaction()
          .execute((tx) => enqueueJob(tx, 'search.prepare', {}, { key: 'search.prepare' }));
      },
    }),
  ];
}
