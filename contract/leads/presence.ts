import { z } from 'zod';
import { id } from '../text.ts';
import { presenceDoings } from './lists.ts';

/** Who has a lead open right now (WS-9; decision 046). */

export const presenceBeat = z.strictObject({
  doing: z
    .enum(presenceDoings)
    .describe('looking: the lead is open; working: so is a form that answers or changes it'),
});
export type PresenceBeat = z.infer<typeof presenceBeat>;

export const leadPresence = z
  .object({
    others: z
      .array(z.object({ id, name: z.string(), doing: z.enum(presenceDoings) }))
      .describe('Everyone else who has the lead open, by name'),
  })
  .meta({ id: 'LeadPresence' });
export type LeadPresence = z.infer<typeof leadPresence>;
