import { Gauge } from 'prom-client';
import { metrics } from '../../../platform/http/metrics.ts';

/** 0 while the name servers give answers that are known to be wrong (CV-4). */
export const nameServersBelieved = new Gauge({
  name: 'leadlight_name_servers_believed',
  help: '0 while the name servers give answers that are known to be wrong, 1 otherwise.',
  registers: [metrics],
});
nameServersBelieved.set(1);

/** 0 while a provider of contact checks gives no answers and is paused (CV-4). */
export const contactProviderAsked = new Gauge({
  name: 'leadlight_contact_provider_asked',
  help: '0 while a provider of contact checks gives no answers and is left alone, 1 otherwise.',
  labelNames: ['provider'] as const,
  registers: [metrics],
});
