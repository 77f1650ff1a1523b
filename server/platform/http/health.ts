import type pg from 'pg';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { App } from './app.ts';
import { metrics } from './metrics.ts';

const tags = ['Operations'];
const ok = z.object({ status: z.literal('ok') });
const readinessMilliseconds = 2000;

/** What orchestrators and Prometheus ask. */
export function registerHealth(app: App, pool: pg.Pool): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });

  app.get(
    '/health/live',
    { schema: { tags, security: [], summary: 'The process runs', response: { 200: ok } } },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    { schema: { tags, security: [], summary: 'Requests can be served', response: { 200: ok } } },
    async () => {
      if (closing)
        throw new AppError('unavailable', 'This process is shutting down.', { retryAfterSeconds: 5 });
      await withinTime(pool.query('select 1 from installation'));
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/metrics',
    { schema: { tags, security: [], summary: 'Metrics for Prometheus' } },
    async (_request, reply) => {
      return reply.type(metrics.contentType).send(await metrics.metrics());
    },
  );
}

async function withinTime(answer: Promise<unknown>): Promise<void> {
  const away = () => new AppError('unavailable', 'The database does not answer.', { retryAfterSeconds: 5 });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(away()), readinessMilliseconds);
  });
  try {
    await Promise.race([answer, late]);
  } catch {
    throw away();
  } finally {
    clearTimeout(timer);
  }
}
