import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Releases kept emails once there is a mail server again; the post office sends what is due. Runs every minute. */
export const sweepMail = defineJob({
  name: 'mail.sweep',
  lane: 'first',
  payload: z.looseObject({}),
  every: '* * * * *',
});
