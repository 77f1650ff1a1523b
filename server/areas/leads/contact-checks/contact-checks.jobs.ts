import { z } from 'zod';
import { type AnyJob, defineJob, type Recurring } from '../../../platform/jobs/jobs.ts';
import { type ContactCheckService, checkPayload } from './contact-checks.service.ts';
import { applyPayload, type ContactMarksService } from './contact-marks.service.ts';

/** Once a night, when few leads come. */
export const catchAllSchedule: Recurring = { task: 'catch-all.forget', match: '29 1 * * *' };

/** Checks of contacts that wait for nobody. */
export function contactCheckJobs(checks: ContactCheckService, marks: ContactMarksService): AnyJob[] {
  return [
    defineJob({
      name: 'lead.check-contact',
      lane: 'checks',
      payload: checkPayload,
      work: (order) => checks.check(order),
    }),
    defineJob({
      name: 'contact-mark.apply',
      lane: 'bulk',
      payload: applyPayload,
      work: (order) => marks.apply(order),
    }),
    defineJob({
      name: catchAllSchedule.task,
      lane: 'bulk',
      payload: z.looseObject({}),
      work: () => checks.forgetStaleCatchAlls(),
    }),
  ];
}
