import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Goes on with a bulk action where it stopped. */
export const performBulkAction = defineJob({
  name: 'lead.perform-bulk-action',
  lane: 'bulk',
  payload: z.object({ organizationId: z.uuid(), personId: z.uuid(), bulkActionId: z.uuid() }),
});

/** Deletes bulk actions with their results when they are too old to be asked about. */
export const forgetBulkActions = defineJob({
  name: 'lead.forget-bulk-actions',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '53 1 * * *',
});
