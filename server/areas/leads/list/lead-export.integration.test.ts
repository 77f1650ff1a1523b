import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { leadExportQuery, leadPage } from '../../../../contract/leads/lead-list.ts';
import { useLeadWorld } from '../../../../test/lead-world.ts';
import { patience } from '../../../../test/patience.ts';
import { body, testNow } from '../../../../test/server.ts';
import { appRole, createPool } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import { createLogger } from '../../../platform/log.ts';
import type { TokenActor } from '../../identity/actor.ts';
import { LeadExportService } from './lead-export.ts';
import { wholePlan } from './lead-export-plan.sql.ts';

const { server, world } = useLeadWorld();

/** More than one batch, and more than fits into the buffers along the way. */
const many = 2500;

beforeAll(async () => {
  const { make } = server;
  const nasty = { message: 'He said "=1+1",\r\nthen left; 日本語', customer_name: '=cmd|calc' };
  await make.acceptedLead(world.contoso.id, {
    ...nasty,
    country: 'JP',
    location_id: world.munich.id,
    offer_title: '@Offer',
    contact_first_name: '-Ada',
    contact_phone: '+49 30 901820',
    phone_e164: '+4930901820',
    deal_value_minor: 1_250_050,
    final_value_minor: 5,
    final_value_currency: 'JPY',
    status: 'Won',
    accepted_at: new Date('2026-11-19T08:00:00.500Z'),
    closed_at: testNow,
    received_at: new Date('2026-11-01T23:30:00.125Z'),
  });
  await make.lead(world.contoso.id, { country: 'JP', status: null, is_test: true, contact_phone: null });
  await make.lead(world.contoso.id, { country: 'JP', qualification: 'SalesQualified' });
  await insertMany();
});

/** In a single statement: creating them one by one takes longer than the tests. */
async function insertMany() {
  await server.database.ownerPool.query(
    `insert into lead (organization_id, id, qualification, lead_type, call_to_action, door, routing_reason, country,
       customer_name, contact_allowed, status, received_at, updated_at, expires_at, message)
     select $1, gen_random_uuid(), 'Direct', 'Offer', 'ContactMe', 'api', 'Made by a test.', 'FR',
       'Customer ' || n % 97, true, 'Received', $2::timestamptz - make_interval(secs => n / 3), $2, $2::timestamptz + interval '14 days',
       repeat('x', 4000)
     from generate_series(1, $3::int) n`,
    [world.fabrikam.id, testNow, many],
  );
}

const exported = (query: string, as = world.as.admin) =>
  server.request('GET', `/api/v1/leads/export?${query}`, { as });
const read = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

describe('EX-1: export', () => {
  it('EX-1 is a CSV download whose name proves its rows', async () => {
    const answer = await exported('country=JP');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="leadlight-marketplace-leads-2026-11-20-2-rows.csv"',
    );
    expect(answer.headers.get('x-total-rows')).toBe('2');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(read(answer.text).length).toBe(2);
  });

  it('EX-1 begins with the mark of UTF-8, and every line ends with CR LF', async () => {
    const response = await fetch(`${server.address}/api/v1/leads/export?country=JP`, {
      headers: 'cookie' in world.as.admin ? { cookie: world.as.admin.cookie } : {},
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.join('').includes('\n')).toBe(false);
  });

  it('EX-1 holds every column of a lead, exactly', async () => {
    const [row] = read((await exported('customerName=%3Dcmd%7Ccalc')).text);
    expect(row).toMatchObject({
      LeadCreationDateTime: '2026-11-01T23:30:00.125Z',
      Status: 'Archived',
      Outcome: 'Won',
      LeadType: 'Offer',
      Qualification: 'Direct',
      CallToAction: 'ContactMe',
      LeadSource: 'AppSource',
      CustomerName: "'=cmd|calc",
      Country: 'JP',
      ContactFirstName: "'-Ada",
      Phone: '+49 30 901820',
      PhoneE164: '+4930901820',
      EmailValidity: 'Unknown',
      PhoneValidity: 'Unknown',
      ContactWithheld: '',
      Message: 'He said "=1+1",\r\nthen left; 日本語',
      OfferTitle: "'@Offer",
      Location: 'Munich',
      DealName: 'Deal',
      EstimatedValue: '12500.50',
      EstimatedValueCurrency: 'EUR',
      EstimatedPurchaseDate: '2027-03-01',
      FinalValue: '5',
      FinalValueCurrency: 'JPY',
      AcceptedDateTime: '2026-11-19T08:00:00.500Z',
      ClosedDateTime: testNow.toISOString(),
      Test: 'false',
    });
  });

  it('EX-1 new columns stand at the end', async () => {
    const header = (await exported('country=JP')).text.split('\r\n')[0]?.split(',') ?? [];
    expect(header.slice(0, 3)).toEqual(['LeadId', 'LeadCreationDateTime', 'Status']);
    expect(header.slice(-5)).toEqual([
      'AssignedTo',
      'Stage',
      'ReferralProgram',
      'ExpirationDateTime',
      'NextStepDate',
    ]);
  });

  it('EX-1 marks tests, and leaves empty what is not there', async () => {
    const row = read((await exported('country=JP')).text).find((one) => one.Test === 'true');
    expect(row).toMatchObject({ Status: '', Outcome: '', Phone: '', PhoneValidity: '', EstimatedValue: '' });
  });

  it.each([
    'sort=-createdAt',
    'sort=customerName&customerName=Customer%207&customerName=Customer%208',
    'sort=createdAt&customerName=Customer%2011&customerName=Customer%2012',
    'search=customer%209',
    'status=Won',
    'tab=qualified',
    'tab=favorites',
  ])('EX-1 is exactly the filtered list, in its order: %s', async (query) => {
    const listed: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/api/v1/leads?${query}&limit=200${cursor && `&cursor=${cursor}`}`;
      const page = body(leadPage, await server.request('GET', path, { as: world.as.fabrikamAdmin }));
      listed.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    }
    const answer = await exported(query, world.as.fabrikamAdmin);
    expect(read(answer.text).map((row) => row.LeadId)).toEqual(listed);
    expect(answer.headers.get('content-disposition')).toContain(`-${listed.length}-rows.csv`);
  });

  it('EX-1 holds only the leads that are named, and only those that one may see', async () => {
    const [named, other] = [await world.lead({ country: 'NL' }), await world.lead({ country: 'NL' })];
    const ask = (as: typeof world.as.admin) =>
      server.request('POST', '/api/v1/leads/export', {
        as,
        body: { country: ['NL'], leadIds: [named, newId()] },
      });
    expect(read((await ask(world.as.admin)).text).map((row) => row.LeadId)).toEqual([named]);
    expect(read((await ask(world.as.fabrikamAdmin)).text)).toEqual([]);
    await server.database.ownerPool.query('delete from lead where id = any($1)', [[named, other]]);
  });

  it('EX-1 an empty list is a file with a header', async () => {
    const answer = await exported('country=IS');
    expect(answer.text.startsWith('LeadId,LeadCreationDateTime,')).toBe(true);
    expect(read(answer.text)).toEqual([]);
    expect(answer.headers.get('content-disposition')).toContain('-0-rows.csv');
  });

  it('ID-7 is in the access log with its size', async () => {
    await exported('country=JP&tab=qualified');
    const entry = await server.database.ownerDb
      .selectFrom('access_log')
      .select(['action', 'detail', 'actor_name'])
      .where('action', '=', 'lead.export')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(entry).toMatchObject({
      detail: '1 leads of the tab qualified, CSV',
      actor_name: world.people.admin.name,
    });
  });
});

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

  it('EX-1 an export that breaks off is no whole file, and stands in the log', async () => {
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
