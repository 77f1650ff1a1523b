import { Counter, Gauge } from 'prom-client';
import { metrics } from '../../../platform/http/metrics.ts';
import type { ClockworkReport } from './clockwork.service.ts';

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

/** Exposes the result of a run. */
export function noteRun({ expired, reminded, lagSeconds }: ClockworkReport): void {
  leadsDone.inc({ step: 'expire' }, expired);
  leadsDone.inc({ step: 'remind' }, reminded);
  lag.set(lagSeconds);
}
