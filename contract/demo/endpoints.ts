import { z } from 'zod';
import { declareEndpoints } from '../endpoint.ts';

const demoPeople = z.object({
  items: z.array(
    z.object({ email: z.string(), name: z.string(), role: z.string(), organization: z.string() }),
  ),
  password: z.string(),
});
/** The people that the sign-in page of a demo offers. */
export type DemoPeople = z.infer<typeof demoPeople>;

/** Endpoints of demo mode only. */
export const demoEndpoints = declareEndpoints('Demo', {
  'GET /api/v1/demo-people': {
    summary: 'The people of the demo, with their password',
    open: true,
    hidden: true,
    answers: { 200: demoPeople },
  },
});
