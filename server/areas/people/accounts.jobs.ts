import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/**
 * Emails the link for a new password in a job, so a request takes as long for an unknown account as for a known one.
 */
export const sendReset = defineJob({
  name: 'account.send-reset',
  lane: 'first',
  payload: z.object({ personId: z.uuid(), linkId: z.uuid() }),
});
