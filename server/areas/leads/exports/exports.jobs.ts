import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Writes the file of an export, from its beginning. */
export const makeExport = defineJob({
  name: 'lead.make-export',
  lane: 'files',
  payload: z.object({ organizationId: z.uuid(), personId: z.uuid(), exportId: z.uuid() }),
});

/** Deletes exports whose time is over. */
export const forgetExports = defineJob({
  name: 'lead.forget-exports',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '49 * * * *',
});
