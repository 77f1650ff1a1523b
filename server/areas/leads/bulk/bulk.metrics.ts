import { Counter } from 'prom-client';
import { metrics } from '../../../platform/http/metrics.ts';

/** Leads that bulk actions came to, by action and outcome. */
export const bulkLeads = new Counter({
  name: 'leadlight_bulk_leads_total',
  help: 'Leads that bulk actions came to, by action and outcome.',
  labelNames: ['action', 'outcome'] as const,
  registers: [metrics],
});
/** Bulk actions that ended, by action and state. */
export const bulkActionsEnded = new Counter({
  name: 'leadlight_bulk_actions_total',
  help: 'Bulk actions that ended, by action and state.',
  labelNames: ['action', 'state'] as const,
  registers: [metrics],
});
