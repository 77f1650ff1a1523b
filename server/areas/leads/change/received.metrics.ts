import { Counter } from 'prom-client';
import { metrics } from '../../../platform/http/metrics.ts';

/** Leads taken in, by door. */
export const leadsReceived = new Counter({
  name: 'leadlight_leads_received_total',
  help: 'Leads taken in, by door.',
  labelNames: ['door'] as const,
  registers: [metrics],
});
