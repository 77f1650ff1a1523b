import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Deletes the receipts of requests that nobody repeats any more. */
export const forgetReceipts = defineJob({
  name: 'request.forget-receipts',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '51 1 * * *',
});
