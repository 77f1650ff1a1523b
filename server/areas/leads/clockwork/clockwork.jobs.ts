import { Counter, Gauge } from 'prom-client';
import { z } from 'zod';
import { metrics } from '../../../platform/http/metrics.ts';
import { type AnyJob, defineJob, type Recurring } from '../../../platform/jobs/jobs.ts';
import type { ClockworkService } from './clockwork.service.ts';

/** Every minute: so long may it take until people are told. */
export const clockworkSchedule: Recurring = { task: 'clockwork.tick', match: '* * * * *' };

const leadsDone = new Counter({
  name: 'leadlight_clockwork_leads_total',
  help: 'Leads that the clockwork expired or ordered a reminder of, by step.',
  labelNames: ['step'] as const,
  registers: [metrics],
});
const lag = new Gauge({
  name: 'leadlight_clockwork_lag_seconds',
  help: 'How overdue the first lead was that the last run of the clockwork expired; 0 when there was none.',
  registers: [metrics],
});

/** What time does to leads. */
export function clockworkJobs(clockwork: ClockworkService): AnyJob[] {
  return [
    defineJob({
      name: clockworkSchedule.task,
      lane: 'first',
      payload: z.looseObject({}),
      work: async () => {
        const { expired, reminded, lagSeconds } = await clockwork.run();
        leadsDone.inc({ step: 'expire' }, expired);
        leadsDone.inc({ step: 'remind' }, reminded);
        lag.set(lagSeconds);
      },
    }),
  ];
}
