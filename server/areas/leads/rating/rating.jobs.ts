import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Enqueues the trainings of the rating models. Once a night, when few people work. */
export const trainAll = defineJob({
  name: 'quality.train-all',
  lane: 'bulk',
  payload: z.looseObject({}),
  every: '17 2 * * *',
});

const trainingPayload = z.object({
  /** Whose leads to learn from; null: those of all together. */
  organizationId: z.uuid().nullable(),
});
export type TrainingOrder = z.infer<typeof trainingPayload>;

/** Trains one model: an organization's, or with null the one of all together. */
export const trainModel = defineJob({ name: 'quality.train', lane: 'bulk', payload: trainingPayload });
