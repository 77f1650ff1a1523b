import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../../platform/jobs/jobs.ts';
import type { ArrivalNotices } from './arrivals.service.ts';
import type { ChangeNotices } from './changes.service.ts';

const leads = z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()).min(1) });
const events = z.object({ organizationId: z.uuid(), eventIds: z.array(z.uuid()).min(1) });

/** Tells people: about leads that came, about how they went, about time that runs out, and in digests. */
export function notificationJobs(arrivals: ArrivalNotices, changes: ChangeNotices): AnyJob[] {
  return [
    defineJob({
      name: 'lead.tell-arrival',
      lane: 'telling',
      payload: leads,
      work: ({ organizationId, leadIds }) => arrivals.tell(organizationId, leadIds),
    }),
    defineJob({
      name: 'lead.tell',
      lane: 'telling',
      payload: events,
      work: ({ organizationId, eventIds }) => changes.tell(organizationId, eventIds),
    }),
    // A great many leads may end together: nobody's news waits behind telling about those.
    defineJob({
      name: 'lead.tell-expired',
      lane: 'bulk',
      payload: events,
      work: ({ organizationId, eventIds }) => changes.tell(organizationId, eventIds),
    }),
    defineJob({
      name: 'lead.remind',
      lane: 'telling',
      payload: leads,
      work: ({ organizationId, leadIds }) => changes.remind(organizationId, leadIds),
    }),
    defineJob({
      name: 'digest.send',
      lane: 'telling',
      payload: z.unknown(),
      work: () => arrivals.sendDigests(),
    }),
  ];
}

/** Time zones differ by quarters of an hour. */
export const digestSchedule: Recurring = { task: 'digest.send', match: '*/5 * * * *' };
