import { z } from 'zod';
import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import { type Quarantine, quarantineTasks } from './quarantine.service.ts';

const payload = z.object({ organizationId: z.uuid(), submissionId: z.uuid() });

/** What follows a decision about a suspected submission. */
export function quarantineJobs(quarantine: Quarantine): AnyJob[] {
  return [
    defineJob({
      name: quarantineTasks.takeReleased,
      payload,
      work: ({ organizationId, submissionId }) => quarantine.takeReleased(organizationId, submissionId),
    }),
    defineJob({
      name: quarantineTasks.removeForm,
      payload,
      work: ({ organizationId, submissionId }) => quarantine.removeForm(organizationId, submissionId),
    }),
  ];
}
