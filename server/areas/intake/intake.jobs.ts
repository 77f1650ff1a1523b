import { z } from 'zod';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Links leads to the latest earlier lead of the same customer about the same thing (IN-3). */
export const linkRepeats = defineJob({
  name: 'lead.link-repeat',
  lane: 'telling',
  payload: z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()) }),
});

/** Reads the addresses of leads from before addresses were read at intake (LQ-4, IN-3). */
export const readAddresses = defineJob({
  name: 'lead.read-addresses',
  lane: 'bulk',
  payload: z.looseObject({ after: z.object({ organization_id: z.uuid(), id: z.uuid() }).optional() }),
});
