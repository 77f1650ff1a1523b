import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Db, inOrganization } from '../../platform/database/database.ts';
import { type AnyJob, defineJob } from '../../platform/jobs/jobs.ts';
import { insertEvent } from '../leads/index.ts';
import * as repo from './intake.repo.ts';

const payload = z.object({ organizationId: z.uuid(), leadId: z.uuid() });

/** What happens to a lead after its door has answered. */
export function intakeJobs(db: Db, clock: Clock): AnyJob[] {
  return [
    defineJob({
      name: 'lead.link-repeat',
      payload,
      work: ({ organizationId, leadId }) =>
        inOrganization(db, { organizationId }, async (tx) => {
          const lead = await repo.findForLinking(tx, organizationId, leadId);
          if (!lead?.contact_email || lead.repeat_of_lead_id) return;
          const earlier = await repo.findEarlierLead(tx, { ...lead, contact_email: lead.contact_email });
          if (!earlier || !(await repo.linkRepeat(tx, organizationId, leadId, earlier.id))) return;
          await insertEvent(tx, {
            organizationId,
            leadId,
            type: 'lead.repeat-linked',
            at: clock.now(),
            actor: { kind: 'system', personId: null, name: 'Leadlight' },
            // Which lead it is stands in the details, for those who may see it; the timeline is read by others too.
            version: lead.version,
          });
        }),
    }),
  ];
}
