import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Erases activities that were deleted and can’t be brought back any more. */
export const forgetActivities = defineJob({
  name: 'lead.forget-activities',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '17 * * * *',
});
