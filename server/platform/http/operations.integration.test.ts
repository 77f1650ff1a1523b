import { describe, expect, it } from 'vitest';
import { errorCodeNames, errorCodes } from '../../../contract/errors.ts';
import { problemOf, startServerForTest, useTestServer } from '../../../test/server.ts';
import { readConfig } from '../config.ts';
import { createPool } from '../database/database.ts';
import { createLogger } from '../log.ts';
import { createApp } from './app.ts';
import { registerHealth } from './health.ts';

const server = useTestServer();

const get = (path: string, headers: Record<string, string> = {}) => server.request('GET', path, { headers });

describe('health', () => {
  it('lives and is ready', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const answer = await get(path);
      expect([answer.status, answer.json]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('is not ready when the database is away, and lives all the same', async () => {
    const log = createLogger('silent');
    const pool = createPool({ connectionString: server.database.connectionString, poolSize: 1, log });
    await pool.end();
    const app = await createApp(readConfig({}), log);
    registerHealth(app, pool);
    const ready = await app.inject('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.headers['retry-after']).toBe('5');
    expect(ready.json()).toMatchObject({ status: 503, code: 'unavailable', retryAfterSeconds: 5 });
    expect((await app.inject('/health/live')).statusCode).toBe(200);
    await app.close();
  });

  it('ID-6: asks the database once for all who ask at the same moment', async () => {
    const log = createLogger('silent');
    const pool = createPool({ connectionString: server.database.connectionString, poolSize: 4, log });
    let asked = 0;
    const counted = Object.assign(Object.create(pool), {
      query: (text: string) => {
        asked += 1;
        return pool.query(text);
      },
    });
    const app = await createApp(readConfig({}), log);
    registerHealth(app, counted);
    const answers = await Promise.all(Array.from({ length: 50 }, () => app.inject('/health/ready')));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(200));
    expect(asked).toBeLessThan(10);
    await app.close();
    await pool.end();
  });

  it('survives that the database breaks all its connections', async () => {
    expect((await get('/health/ready')).status).toBe(200);
    await server.database.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    const answers = await Promise.all(Array.from({ length: 20 }, () => get('/health/ready')));
    expect(answers.every((answer) => [200, 503].includes(answer.status))).toBe(true);
    expect((await get('/health/ready')).status).toBe(200);
  });
});

describe('metrics', () => {
  it('are read by Prometheus: requests by route pattern, leads, the process', async () => {
    await get('/api/v1/leads/018f0000-0000-7000-8000-000000000000');
    const answer = await get('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.text).toMatch(
      /^leadlight_http_request_seconds_count\{method="GET",route="\/api\/v1\/leads\/:id",status="401"\} [1-9]\d*$/m,
    );
    expect(answer.text).not.toContain('018f0000');
    for (const name of [
      'leadlight_leads_received_total',
      'leadlight_jobs_total',
      'process_resident_memory_bytes',
    ])
      expect(answer.text).toContain(`# TYPE ${name} `);
  });
});

describe('the description of the API', () => {
  it('is written and packed once, and comes as its reader can take it', async () => {
    const plain = await get('/api/openapi.json', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('cache-control')).toBe('no-store');
    expect((plain.json as { openapi: string }).openapi).toBe('3.1.0');
    for (const encoding of ['gzip', 'br']) {
      const packed = await get('/api/openapi.json', { 'accept-encoding': encoding });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(packed.text).toBe(plain.text);
    }
  });
});

describe('every answer', () => {
  const answers = [
    '/health/live',
    '/api/v1/me',
    '/api/openapi.json',
    '/nowhere',
    '/o/none.none',
    '/p/none',
    '/metrics',
    '/',
    '/%',
    '/api/v1/leads/%zz',
  ];

  it.each(answers)('%s carries the headers that protect its reader', async (path) => {
    const { headers } = await get(path, { accept: 'text/html' });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src '(self|none)'/);
    for (const directive of [`base-uri 'none'`, `frame-ancestors 'none'`])
      expect(policy).toContain(directive);
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    for (const feature of ['camera', 'geolocation', 'microphone', 'payment', 'usb'])
      expect(headers.get('permissions-policy')?.split(', ')).toContain(`${feature}=()`);
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('behind https also asks for https', async () => {
    const secure = await startServerForTest({ env: { LEADLIGHT_PUBLIC_URL: 'https://leads.example.test' } });
    const { headers } = await secure.request('GET', '/health/live');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });

  it('has a request id: the one that was sent, or a new one; the log has it too', async () => {
    const given = await get('/api/v1/me', { 'x-request-id': 'trace-4711.a_b' });
    expect(given.headers.get('x-request-id')).toBe('trace-4711.a_b');
    expect(problemOf(given).requestId).toBe('trace-4711.a_b');
    expect(server.logged.join('')).toContain('"requestId":"trace-4711.a_b"');
    expect((await get('/health/live')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('of an unknown address is a problem for programs', async () => {
    for (const path of ['/nowhere', '/api/v1/nowhere', '/intake/nowhere', '/api', '/docs/nowhere'])
      expect(problemOf(await get(path)), path).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('the page of each error', () => {
  it.each(errorCodeNames)('%s is there', async (code) => {
    const answer = await get(`/docs/errors/${code}`);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).toContain(code);
    expect(answer.text).toContain(String(errorCodes[code].status));
    expect((await get(`/docs/errors/${code}.md`)).text).toBe(answer.text);
  });

  it.each(['nothing', '..%2F..%2Fpackage', '%2e%2e', 'not-found%00', '__proto__'])(
    'of %s is not',
    async (code) => {
      expect((await get(`/docs/errors/${code}`)).status).toBe(404);
    },
  );

  it('is where the type of a problem leads', async () => {
    const { type } = problemOf(await get('/api/v1/me'));
    expect((await get(type)).status).toBe(200);
  });
});
