import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** What time does to leads. Every minute: that is how long it may take until people are told. */
export const tickClockwork = defineJob({
  name: 'clockwork.tick',
  lane: 'first',
  payload: z.looseObject({}),
  every: '* * * * *',
});
