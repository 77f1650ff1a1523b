import { z } from 'zod';
import { contactMarkKinds } from '../../../../contract/leads/lists.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const checkPayload = z.object({
  organizationId: z.uuid(),
  leadIds: z.array(z.uuid()).max(1000),
  attempt: z.number().int().min(1).default(1),
});
export type CheckOrder = z.infer<typeof checkPayload>;

/** Checks the contacts of an organization's leads, each independently of the others, and rates the leads. */
export const checkContact = defineJob({ name: 'lead.check-contact', lane: 'checks', payload: checkPayload });

const markPayload = z.object({
  kind: z.enum(contactMarkKinds),
  value: z.string(),
  /** Only the leads of this organization; missing: those of all. */
  organizationId: z.uuid().optional(),
});
export type MarkOrder = z.infer<typeof markPayload>;

/** Checks older leads again after a change of marks. */
export const applyMark = defineJob({ name: 'contact-mark.apply', lane: 'bulk', payload: markPayload });

/** Once a night, when few leads come. */
export const forgetCatchAlls = defineJob({
  name: 'catch-all.forget',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '29 1 * * *',
});
