import type pg from 'pg';
import { z } from 'zod';
import type { Sentence } from '../../../contract/sentences.ts';
import { wasDiskFull } from '../database/trouble.ts';
import { AppError } from '../errors.ts';
import type { App } from './app.ts';
import { sentence } from './catalogue.ts';
import { metrics } from './metrics.ts';

const tags = ['Operations'];
const ok = z.object({ status: z.literal('ok') });
const readinessMilliseconds = 2000;
/** Monitors poll often, and from one address. */
const welcome = { strangers: 'welcome' } as const;

/**
 * The endpoints for orchestrators and Prometheus.
 * @param findTrouble what is known to be wrong with the database, in a sentence
 */
export function registerHealth(
  app: App,
  pool: pg.Pool,
  findTrouble: () => Promise<string | undefined> = async () => undefined,
): void {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });

  const look = together(async () => {
    if (wasDiskFull()) throw notReady(sentence('trouble.diskFull'));
    const trouble = await findTrouble();
    if (trouble !== undefined) throw notReady(sentence('trouble.known', { trouble }));
    await withinTime(pool.query('select 1 from installation'));
  });
  const writeMetrics = together(() => metrics.metrics());

  app.get(
    '/health/live',
    { schema: { tags, security: [], summary: 'The process runs', response: { 200: ok } }, config: welcome },
    async () => ({ status: 'ok' as const }),
  );

  app.get(
    '/health/ready',
    {
      schema: { tags, security: [], summary: 'Requests can be served', response: { 200: ok } },
      config: welcome,
    },
    async () => {
      if (closing) throw notReady(sentence('trouble.shuttingDown'));
      await look();
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/metrics',
    { schema: { tags, security: [], summary: 'Metrics for Prometheus' }, config: welcome },
    async (_request, reply) => {
      return reply.type(metrics.contentType).send(await writeMetrics());
    },
  );
}

const notReady = (trouble: Sentence) => new AppError('unavailable', trouble, { retryAfterSeconds: 5 });

/** Runs the work once for all concurrent callers: strangers may call as often as they like. */
function together<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

async function withinTime(answer: Promise<unknown>): Promise<void> {
  const away = () => notReady(sentence('trouble.databaseSilent'));
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
