import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Finishes for older leads what a migration or a new exchange rate left to be done. */
export const prepareSearch = defineJob({ name: 'search.prepare', lane: 'bulk', payload: z.looseObject({}) });
