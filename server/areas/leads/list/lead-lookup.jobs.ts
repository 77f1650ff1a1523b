import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Does what a migration or a new rate left to be done for leads that were here before. */
export const prepareSearch = defineJob({ name: 'search.prepare', lane: 'bulk', payload: z.looseObject({}) });
