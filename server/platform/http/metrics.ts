import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** The metrics for Prometheus; one registry for the process, in which each area and engine registers its own. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const requestSeconds = new Histogram({
  name: 'leadlight_http_request_seconds',
  help: 'Time from the first byte of the request to the last of the answer, by route pattern.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
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
