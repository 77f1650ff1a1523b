import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const leads = z.object({ organizationId: z.uuid(), leadIds: z.array(z.uuid()).min(1) });
const events = z.object({ organizationId: z.uuid(), eventIds: z.array(z.uuid()).min(1) });

/** Tells the people who look after leads that they came. */
export const tellArrival = defineJob({ name: 'lead.tell-arrival', lane: 'telling', payload: leads });

/** Tells people who follow a view about leads that were checked: quality and validity decide what is in a view. */
export const tellFollowers = defineJob({ name: 'lead.tell-followers', lane: 'telling', payload: leads });

/** Tells the people concerned what happened to leads. */
export const tellEvents = defineJob({ name: 'lead.tell', lane: 'telling', payload: events });

/** The same for expired leads. A great many may expire together, and no other news must wait for these. */
export const tellExpired = defineJob({ name: 'lead.tell-expired', lane: 'bulk', payload: events });

/** Reminds people of leads that expire soon. */
export const remindOfLeads = defineJob({ name: 'lead.remind', lane: 'telling', payload: leads });

/** Tells somebody of leads that nobody answered in time. */
export const tellOfUnanswered = defineJob({ name: 'lead.tell-unanswered', lane: 'telling', payload: leads });

/** Sends the digests that are due. Runs often because time zones differ by quarters of an hour. */
export const sendDigests = defineJob({
  name: 'digest.send',
  lane: 'telling',
  payload: z.looseObject({}),
  every: '*/5 * * * *',
});
