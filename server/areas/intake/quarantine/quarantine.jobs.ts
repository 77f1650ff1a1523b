import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const payload = z.object({ organizationId: z.uuid(), submissionId: z.uuid() });

/** Makes a lead of a released submission, if the process that was to do so died. */
export const receiveReleased = defineJob({ name: 'quarantine.take-released', lane: 'telling', payload });

/** Removes the form of a decided submission. */
export const removeForm = defineJob({ name: 'quarantine.remove-form', lane: 'bulk', payload });

/** Removes submissions that nobody decided on. Once a night, when few people decide. */
export const removeUndecided = defineJob({
  name: 'quarantine.remove-undecided',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '41 1 * * *',
});
