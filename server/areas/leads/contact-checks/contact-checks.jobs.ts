import { z } from 'zod';
import { contactMarkKinds } from '../../../../contract/enums.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';

const checkPayload = z.object({
  organizationId: z.uuid(),
  leadIds: z.array(z.uuid()).max(1000),
  attempt: z.number().int().min(1).default(1),
});
export type CheckOrder = z.infer<typeof checkPayload>;

/** Checks the contacts of leads of one organization, which wait for nobody, and rates the leads. */
export const checkContact = defineJob({ name: 'lead.check-contact', lane: 'checks', payload: checkPayload });

const markPayload = z.object({
  kind: z.enum(contactMarkKinds),
  value: z.string(),
  /** Only the leads of this organization; missing: everybody's. */
  organizationId: z.uuid().optional(),
});
export type MarkOrder = z.infer<typeof markPayload>;

/** Has older leads judged again by a mark. */
export const applyMark = defineJob({ name: 'contact-mark.apply', lane: 'bulk', payload: markPayload });

/** Once a night, when few leads come. */
export const forgetCatchAlls = defineJob({
  name: 'catch-all.forget',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '29 1 * * *',
});
