import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Gives leads to people by the rules of their organization. */
export const shareOutLeads = defineJob({
  name: 'lead.share-out',
  lane: 'telling',
  payload: z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()) }),
});

/** Tries again to give leads that wait: a week began, or somebody came back. */
export const shareOutWaiting = defineJob({
  name: 'lead.share-out-waiting',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '*/5 * * * *',
});

/** Tries again with the leads of one organization: its rules changed. */
export const shareOutWaitingOf = defineJob({
  name: 'lead.share-out-waiting-of',
  lane: 'telling',
  payload: z.object({ organizationId: z.uuid() }),
});

/** Has people told of leads that nobody answered in time. */
export const escalateLeads = defineJob({
  name: 'lead.escalate',
  lane: 'first',
  payload: z.looseObject({}),
  every: '*/5 * * * *',
});
