import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import { insertEvent } from '../leads/index.ts';
import * as repo from './intake.repo.ts';
import { readAddressesJob } from './read-addresses.jobs.ts';

const payload = z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()) });

/** What happens to a lead after its door has answered. */
export function intakeJobs(db: Db, clock: Clock): AnyJob[] {
  return [
    defineJob({
      name: 'lead.link-repeat',
      lane: 'telling',
      payload,
      work: ({ organizationId, leadIds }) =>
        inOrganization(db, { organizationId }, async (tx) => {
          for (const { id, version } of await repo.linkRepeats(tx, leadIds)) {
            await insertEvent(tx, {
              organizationId,
              leadId: id,
              type: 'lead.repeat-linked',
              at: clock.now(),
              actor: { kind: 'system', personId: null, name: 'Leadlight' },
              // The details say which lead it is, for those who may see it; the timeline is read by others too.
              version,
            });
          }
        }),
    }),
    readAddressesJob(db),
  ];
}
