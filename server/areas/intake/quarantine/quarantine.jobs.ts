import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../../platform/jobs/jobs.ts';
import { type Quarantine, quarantineTasks } from './quarantine.service.ts';

const payload = z.object({ organizationId: z.uuid(), submissionId: z.uuid() });

/** Once a night, when few people decide. */
export const quarantineSchedule: Recurring = { task: quarantineTasks.removeUndecided, match: '41 1 * * *' };

/** What follows a decision about a suspected submission, and what happens without one. */
export function quarantineJobs(quarantine: Quarantine): AnyJob[] {
  return [
    defineJob({
      name: quarantineTasks.takeReleased,
      lane: 'telling',
      payload,
      work: ({ organizationId, submissionId }) => quarantine.takeReleased(organizationId, submissionId),
    }),
    defineJob({
      name: quarantineTasks.removeForm,
      lane: 'bulk',
      payload,
      work: ({ organizationId, submissionId }) => quarantine.removeForm(organizationId, submissionId),
    }),
    defineJob({
      name: quarantineTasks.removeUndecided,
      lane: 'bulk',
      payload: z.looseObject({}),
      work: () => quarantine.removeUndecided(),
    }),
  ];
}
