import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { leadExportQuery } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { patience } from '../../../../test/patience.ts';
import { appRole, createPool } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { createLogger } from '../../../platform/log.ts';
import type { TokenActor } from '../../identity/actor.ts';
import { LeadExportService } from './lead-export.ts';
import { wholePlan } from './lead-export-plan.sql.ts';
import { insertManyLeads, many } from './many-leads.fixture.ts';

const { server, world } = useLeadWorld();

beforeAll(async () => {
  await world.lead({});
  await insertManyLeads(server, world.fabrikam.id);
});

const exported = (query: string, as = world.as.admin) =>
  server.request('GET', `/api/v1/leads/export?${query}`, { as });
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('EX-1: an export that nobody reads to the end', () => {
  const pool = () => server.database.pools.exports.pool;

  /** Requests the big file and hangs up: immediately, at the first byte, or in the middle. */
  function hangUp(when: 'at once' | 'with the answer' | 'in the middle'): Promise<void> {
    return new Promise((resolve, reject) => {
      const cookie = 'cookie' in world.as.fabrikamAdmin ? world.as.fabrikamAdmin.cookie : '';
      const request = httpRequest(`${server.address}/api/v1/leads/export`, { headers: { cookie } });
      request.on('close', () => resolve());
      request.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' ? resolve() : reject(error),
      );
      request.on('response', (response) => {
        response.on('error', () => undefined);
        if (when === 'with the answer') request.destroy();
        else response.once('data', () => request.destroy());
      });
      request.end();
      // The request is on its way: the server is counting rows when the client leaves.
      if (when === 'at once')
        request.on('socket', (socket) => socket.once('connect', () => setImmediate(() => request.destroy())));
    });
  }

  it.each(['at once', 'with the answer', 'in the middle'] as const)(
    'EX-1 gives its connection back when the reader leaves %s, thirty times',
    async (when) => {
      for (let n = 0; n < 30; n++) await hangUp(when);
      await vi.waitFor(() => expect(pool().totalCount - pool().idleCount).toBe(0), patience);
      expect(pool().waitingCount).toBe(0);
      expect((await exported('country=IS')).status).toBe(200);
    },
  );

  it('EX-1 more exports at once than there are connections all come to their end', async () => {
    const size = pool().options.max;
    const answers = await Promise.all(
      Array.from({ length: size * 2 }, () =>
        exported('country=FR&customerName=Customer%205', world.as.fabrikamAdmin),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  });
});

describe('EX-1: exports that take long', () => {
  const open: Readable[] = [];
  const pools: pg.Pool[] = [];

  afterEach(async () => {
    for (const body of open.splice(0)) body.destroy();
    for (const pool of pools.splice(0)) await pool.end();
  });

  /** The service with its own connections, and what it logs. */
  function exportService(limits: { statementSeconds: number }, lifetimeMilliseconds = 60_000) {
    const logged: string[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    });
    const log = createLogger('info', sink);
    const pool = createPool({
      connectionString: server.database.connectionString,
      poolSize: 4,
      log,
      role: appRole,
      limits: { ...limits, idleInTransactionSeconds: 60 },
    });
    pools.push(pool);
    const { db } = server.database;
    const service = new LeadExportService(db, { pool, db }, server.clock, log, lifetimeMilliseconds);
    const start = async (organizationId: string) => {
      const actor: TokenActor = {
        kind: 'token',
        personId: null,
        tokenId: newId(),
        scopes: ['leads:read'],
        organizationId,
        organizationName: 'Test',
        organizationKind: 'partner',
        name: 'Test',
      };
      const begun = await service.export(actor, leadExportQuery.parse({}));
      open.push(begun.body);
      return begun;
    };
    return { start, pool, logged };
  }

  /** Changes the statement by which the next export reads its rows. */
  function changeCopy(pool: pg.Pool, change: (query: string) => string): void {
    pool.once('acquire', (client) => {
      const query = client.query.bind(client) as (...args: unknown[]) => unknown;
      Object.assign(client, {
        query: (...args: unknown[]) => {
          const [copy] = args;
          if (isCopy(copy)) copy.text = copy.text.replace(/(?<=^copy \().*(?=\) to stdout)/s, change);
          return query(...args);
        },
      });
    });
  }

  const isCopy = (one: unknown): one is { text: string } =>
    one instanceof Readable && 'text' in one && String(one.text).startsWith('copy ');

  /** Ends the connection in the middle, as a database administrator might do, or a crash. */
  const endInTheMiddle = (rows: string) =>
    `select ${wholePlan.selectList.map(({ alias }) => alias).join()}
     from (select *, row_number() over () as nth from (${rows}) one) numbered
     where nth < ${many / 2} or pg_terminate_backend(pg_backend_pid())`;

  it('EX-1 a reader who takes longer than a statement may gets every row', async () => {
    const { start } = exportService({ statementSeconds: 1 });
    const { body, rows } = await start(world.fabrikam.id);
    let text = '';
    let paused = false;
    for await (const part of body) {
      text += part;
      if (paused) continue;
      // Longer than the database's limit, which is the point of this test.
      await setTimeout(1500);
      paused = true;
    }
    expect([rows, read(text).length]).toEqual([many, many]);
  });

  it('EX-1 an export that breaks off is no whole file, and is in the log', async () => {
    const { start, pool, logged } = exportService({ statementSeconds: 60 });
    changeCopy(pool, endInTheMiddle);
    const { body } = await start(world.fabrikam.id);
    await expect(once(body.resume(), 'end')).rejects.toThrow();
    expect(logged.join('')).toContain('an export broke off before its end');
  });

  it('EX-1 whoever downloads a file that breaks off gets an error, not a shorter file', async () => {
    const cookie = 'cookie' in world.as.fabrikamAdmin ? world.as.fabrikamAdmin.cookie : '';
    changeCopy(server.database.pools.exports.pool, endInTheMiddle);
    const request = httpRequest(`${server.address}/api/v1/leads/export`, { headers: { cookie } });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    await expect(once(response.resume(), 'end')).rejects.toThrow('aborted');
    expect(response.complete).toBe(false);
    await vi.waitFor(
      () => expect(server.logged.join('')).toContain('an export broke off before its end'),
      patience,
    );
  });

  it('EX-1 a file with fewer rows than its name says breaks off', async () => {
    const { start, pool } = exportService({ statementSeconds: 60 });
    changeCopy(pool, (rows) => `select * from (${rows}) one offset 1`);
    const { body } = await start(world.contoso.id);
    await expect(once(body.resume(), 'end')).rejects.toThrow(/an export of \d rows has \d/);
  });

  it('EX-1 an export that nobody reads ends, and gives its connection back', async () => {
    const { start, pool } = exportService({ statementSeconds: 60 }, 50);
    const { body } = await start(world.fabrikam.id);
    const [error] = await once(body, 'error');
    expect(String(error)).toContain('the export took too long');
    await vi.waitFor(() => expect(pool.totalCount).toBe(0), patience);
  });

  it('EX-1 a reader who leaves while the database still looks for rows holds no connection', async () => {
    const { start, pool } = exportService({ statementSeconds: 900 }, 900_000);
    changeCopy(pool, (rows) => {
      const names = wholePlan.selectList.map(({ alias }) => alias).join();
      return `with late as materialized (select pg_sleep(900)::text) select ${names} from late, (${rows}) r`;
    });
    const { body: file } = await start(world.fabrikam.id);
    const [header] = await once(file, 'data');
    expect(String(header)).toContain('LeadId,');
    const { ownerPool } = server.database;
    const sleeping = async () =>
      (
        await ownerPool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
        )
      ).rowCount;
    await vi.waitFor(async () => expect(await sleeping()).toBe(1), patience);
    file.destroy();
    try {
      await vi.waitFor(() => expect(pool.totalCount).toBe(0), patience);
      expect(file.closed).toBe(true);
    } finally {
      await ownerPool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event = 'PgSleep'`,
      );
    }
  });

  it('EX-1 slow readers of one organization hold up nobody else', async () => {
    const { start } = exportService({ statementSeconds: 60 });
    const slow = [await start(world.fabrikam.id), await start(world.fabrikam.id)];
    let thirdBegan = false;
    const third = start(world.fabrikam.id).then((begun) => {
      thirdBegan = true;
      return begun;
    });
    const { body, rows } = await start(world.contoso.id);
    expect(read((await body.toArray()).join('')).length).toBe(rows);
    expect(thirdBegan).toBe(false);
    slow[0]?.body.destroy();
    expect((await third).rows).toBe(many);
  });
});
