import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const leads = z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()).min(1) });
const events = z.object({ organizationId: z.uuid(), eventIds: z.array(z.uuid()).min(1) });

/** Tells those who look after leads that they came. */
export const tellArrival = defineJob({ name: 'lead.tell-arrival', lane: 'telling', payload: leads });

/** Tells the people concerned how leads went. */
export const tellEvents = defineJob({ name: 'lead.tell', lane: 'telling', payload: events });

/** The same of leads that expired. A great many may end together: nobody's news waits behind telling about those. */
export const tellExpired = defineJob({ name: 'lead.tell-expired', lane: 'bulk', payload: events });

/** Reminds of leads whose time to answer runs out. */
export const remindOfLeads = defineJob({ name: 'lead.remind', lane: 'telling', payload: leads });

/** Sends the digests that are due. Time zones differ by quarters of an hour. */
export const sendDigests = defineJob({
  name: 'digest.send',
  lane: 'telling',
  payload: z.looseObject({}),
  every: '*/5 * * * *',
});
