import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The metrics for Prometheus; one registry for the process. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const requestSeconds = new Histogram({
  name: 'leadlight_http_request_seconds',
  help: 'Time from the first byte of the request to the last of the answer, by route pattern.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [metrics],
});

/** Leads taken in, by door. */
export const leadsReceived = new Counter({
  name: 'leadlight_leads_received_total',
  help: 'Leads taken in, by door.',
  labelNames: ['door'] as const,
  registers: [metrics],
});

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

/** Jobs done, by task and outcome. */
export const jobsDone = new Counter({
  name: 'leadlight_jobs_total',
  help: 'Jobs that ended, by task and outcome.',
  labelNames: ['task', 'outcome'] as const,
  registers: [metrics],
});

/** Logs and counts each request by its route pattern: addresses and bodies may hold contact details. */
export function observeRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requestSeconds.observe(labels, reply.elapsedTime / 1000);
    request.log.info(
      {
        ...labels,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        requestId: request.id,
      },
      'request',
    );
  });
}
