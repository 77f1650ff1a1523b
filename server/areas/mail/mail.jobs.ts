import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Lets kept mails go when there is a mail server again; the post office sends what is due. Each minute. */
export const sweepMail = defineJob({
  name: 'mail.sweep',
  lane: 'first',
  payload: z.looseObject({}),
  every: '* * * * *',
});
