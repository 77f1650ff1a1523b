import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/**
 * Records a failed sign-in, which takes as long for an unknown account as for a known one. Strangers cause these: they
 * must not delay anything that people wait for.
 */
export const noteFailedSignIn = defineJob({
  name: 'account.note-failed-sign-in',
  lane: 'bulk',
  payload: z.object({
    personId: z.uuid(),
    entryId: z.uuid(),
    at: z.iso.datetime(),
    address: z.string(),
  }),
});
