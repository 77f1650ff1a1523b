import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../../platform/jobs/jobs.ts';
import { type TrainingService, trainingPayload } from './training.service.ts';

/** Once a night, when few people work. */
export const trainingSchedule: Recurring = { task: 'quality.train-all', match: '17 2 * * *' };

/** The trainings of the rating models. */
export function qualityJobs(training: TrainingService): AnyJob[] {
  return [
    defineJob({
      name: 'quality.train-all',
      lane: 'bulk',
      payload: z.looseObject({}),
      work: () => training.orderAll(),
    }),
    defineJob({
      name: 'quality.train',
      lane: 'bulk',
      payload: trainingPayload,
      work: (order) => training.trainOne(order),
    }),
  ];
}
