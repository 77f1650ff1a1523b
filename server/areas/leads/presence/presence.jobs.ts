import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Deletes who had leads open and is gone: left over where a page ended without saying so. */
export const forgetPresence = defineJob({
  name: 'lead.forget-presence',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '57 1 * * *',
});
