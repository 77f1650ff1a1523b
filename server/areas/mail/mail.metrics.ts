import { Counter } from 'prom-client';
import { metrics } from '../../platform/http/metrics.ts';

/** Attempts to send, by outcome. */
export const mailsSent = new Counter({
  name: 'leadlight_mails_total',
  help: 'Attempts to send a mail, by kind and outcome.',
  labelNames: ['kind', 'outcome'] as const,
  registers: [metrics],
});
