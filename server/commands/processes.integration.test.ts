import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { intakeReceipt } from '../../contract/intake/intake.ts';
import { freePort, makeDataFolderForTest, openEmbedded, useBuiltCli } from '../../test/cli.ts';
import { useTestDatabase } from '../../test/database.ts';
import { Factories } from '../../test/factories.ts';
import { holdTable } from '../../test/locks.ts';
import { serverProcessesOn } from '../platform/embedded-postgres/process-table.ts';

// Each starts processes, which takes time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const database = useTestDatabase();
const cli = useBuiltCli();
let key: string;

beforeAll(async () => {
  const make = new Factories(database.ownerDb, () => new Date());
  await make.organization('operator');
  key = await make.marketplaceKey((await make.partner()).id);
});

const shared = (env: Record<string, string> = {}) => ({ DATABASE_URL: database.connectionString, ...env });

function post(port: string, email: string) {
  return fetch(`http://127.0.0.1:${port}/intake/marketplace/${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ UserDetails: { Email: email } }),
  });
}

describe('one process of several', () => {
  it('IN-2 serve, told to stop, answers what it is working on, takes nothing new, and exits 0', async () => {
    const PORT = await freePort();
    const serving = cli.run('serve', shared({ PORT }));
    await serving.ready();
    const leads = await holdTable(database.connectionString, 'lead');
    const answers = Promise.all(['a', 'b', 'c'].map((name) => post(PORT, `drain-${name}@example.test`)));
    await leads.waiting();
    serving.signal('SIGTERM');
    await serving.says('shutting down');
    await expect(fetch(`http://127.0.0.1:${PORT}/health/live`)).rejects.toThrow();
    await leads.release();
    for (const answer of await answers) {
      expect(answer.status).toBe(201);
      expect(intakeReceipt.safeParse(await answer.json()).success).toBe(true);
    }
    expect(await serving.ended).toBe(0);
    const stored = await database.ownerPool.query(`select from lead where contact_email like 'drain-%'`);
    expect(stored.rowCount).toBe(3);
  });

  it('IN-2 work, told to stop, ends the job that it is working on, and exits 0', async () => {
    const make = new Factories(database.ownerDb, () => new Date());
    const partner = await make.partner();
    const contact_email = 'twice@example.test';
    const earlier = await make.lead(partner.id, {
      contact_email,
      received_at: new Date(Date.now() - 86_400_000),
    });
    const later = await make.lead(partner.id, { contact_email });
    const working = cli.run('work', shared());
    await working.says('"working"');
    // It gives way to the processes that answer people.
    expect(getPriority(working.pid)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
    const events = await holdTable(database.connectionString, 'lead_event');
    await database.queue.add('lead.link-repeat', { organizationId: partner.id, leadIds: [later] });
    await events.waiting();
    working.signal('SIGTERM');
    await working.says('shutting down');
    await events.release();
    expect(await working.ended).toBe(0);
    const { rows } = await database.ownerPool.query('select repeat_of_lead_id from lead where id = $1', [
      later,
    ]);
    expect(rows).toEqual([{ repeat_of_lead_id: earlier }]);
    expect(await database.queue.listOfLead(later)).toEqual([]);
  });

  it('serve starts again after it was killed, and Ctrl-C ends it as well', async () => {
    const PORT = await freePort();
    const serving = cli.run('serve', shared({ PORT }));
    await serving.ready();
    serving.signal('SIGKILL');
    expect(await serving.ended).toBe('SIGKILL');
    const again = cli.run('serve', shared({ PORT }));
    await again.ready();
    again.signal('SIGINT');
    expect(await again.ended).toBe(0);
  });

  it.each(['serve', 'work'])('%s without DATABASE_URL says what to do', async (command) => {
    const running = cli.run(command);
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(/^Leadlight: .*set DATABASE_URL\..*\n$/);
  });

  it.each(['migrate', 'serve', 'work'])(
    'IN-2 %s waits a while for a database that is away, and says so',
    async (command) => {
      const port = await freePort();
      const running = cli.run(command, {
        DATABASE_URL: `postgres://somebody:secret@127.0.0.1:${port}/leads`,
        LEADLIGHT_DATABASE_WAIT_SECONDS: '1',
      });
      expect(await running.ended).toBe(1);
      const where = `127.0.0.1:${port}/leads`;
      expect(running.output()).toBe(
        `Leadlight: Waiting at most a second for the database at ${where}: nothing listens there.\n` +
          `Leadlight: The database at ${where} did not answer within a second: nothing listens there. Start it, or correct DATABASE_URL.\n`,
      );
    },
  );

  it('IN-2 a database that comes while it is waited for is used', async () => {
    const port = await freePort();
    const target = new URL(database.connectionString);
    const running = cli.run('migrate', {
      DATABASE_URL: `postgres://${target.searchParams.get('user')}@127.0.0.1:${port}${target.pathname}`,
    });
    await running.says('Waiting at most 60 seconds');
    // The tests' server listens only on a socket: this forwards its connections.
    const socket = `${target.searchParams.get('host')}/.s.PGSQL.${target.searchParams.get('port') ?? '5432'}`;
    const proxy = createServer((client) => {
      const server = connect(socket);
      client.pipe(server).pipe(client);
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const)
        one.on('error', () => other.destroy());
    }).listen(Number(port), '127.0.0.1');
    onTestFinished(() => void proxy.close());
    expect(await running.ended, running.output()).toBe(0);
    expect(running.output()).toContain('The database is up to date.');
  });

  it('IN-2 who waits for a database can be interrupted', async () => {
    const port = await freePort();
    const running = cli.run('work', { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/nothing` });
    await running.says('Waiting at most 60 seconds');
    running.signal('SIGINT');
    expect(await running.ended).toBe(1);
    expect(running.output()).toContain('Interrupted while the database');
  });

  it('IN-2 a database that does not exist is one sentence, at once', async () => {
    const running = cli.run('work', {
      DATABASE_URL: database.connectionString.replace(/\/test_\w+/, '/nothing'),
    });
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(
      /^Leadlight: There is no database at .*\/nothing\. Create it, or correct DATABASE_URL\.\n$/,
    );
  });
});

describe('what cannot start', () => {
  it('wrong settings are all named in one sentence', async () => {
    const running = cli.run('start', { PORT: 'eighty', LEADLIGHT_DEMO: 'perhaps' });
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(
      /^Leadlight: Wrong settings in the environment: PORT .*; LEADLIGHT_DEMO .*\.\n$/,
    );
  });

  it('a taken port is one sentence', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const PORT = typeof address === 'object' ? String(address?.port) : '';
    const running = cli.run('serve', shared({ PORT, LOG_LEVEL: 'silent' }));
    expect(await running.ended).toBe(1);
    expect(running.output()).toBe(
      `Leadlight: Port ${PORT} on 127.0.0.1 is taken by another program. Stop it, or set PORT to a free one.\n`,
    );
  });

  it('the demo is not served to the network, whether it is asked for or there already', async () => {
    const asked = cli.run('start', { HOST: '0.0.0.0', LEADLIGHT_DEMO: 'on' });
    expect(await asked.ended).toBe(1);
    expect(asked.output()).toMatch(/^Leadlight: .*demo.*loopback only.*HOST=0\.0\.0\.0.*\n$/);

    await database.ownerPool.query('update installation set demo = true');
    onTestFinished(async () => {
      await database.ownerPool.query('update installation set demo = false');
    });
    const there = cli.run('serve', shared({ HOST: '0.0.0.0', PORT: await freePort(), LOG_LEVEL: 'silent' }));
    expect(await there.ended).toBe(1);
    expect(there.output()).toMatch(/^Leadlight: .*demo.*loopback only.*\n$/);
  });

  it('an unknown command shows the ones there are', async () => {
    const running = cli.run('begin');
    expect(await running.ended).toBe(1);
    for (const command of ['start', 'serve', 'work', 'migrate', 'demo', 'doctor'])
      expect(running.output()).toMatch(new RegExp(`^  ${command} `, 'm'));
  });
});

describe('all in one', () => {
  it('interrupted while it starts, also twice in a row as below npm, leaves no database running', {
    timeout: 120_000,
  }, async () => {
    const data = await makeDataFolderForTest();
    const cluster = join(data.folder, 'postgres');
    const PORT = await freePort();
    const starting = cli.run('start', { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' });
    const runs = () => serverProcessesOn(cluster).catch(() => []);
    while ((await runs()).length === 0) await sleep(5);
    starting.signal('SIGINT');
    starting.signal('SIGINT');
    expect(await starting.ended, starting.output()).toBe(0);
    expect(await runs()).toEqual([]);
  });

  it('keeps everything from one start to the next, refuses a rival, and ends cleanly by SIGTERM', {
    timeout: 120_000,
  }, async () => {
    const data = await makeDataFolderForTest();
    const PORT = await freePort();
    const env = { PORT, LEADLIGHT_DATA: data.folder, LEADLIGHT_DEMO: 'off' };
    const first = cli.run('start', env);
    await first.says('Leadlight is ready at');
    onTestFinished(async () => {
      first.signal('SIGKILL');
      await first.ended;
    });
    expect(first.output()).toContain(`http://127.0.0.1:${PORT}`);

    const client = await openEmbedded(data.folder);
    await client.query(
      `insert into organization (id, kind, name, country, created_at) values (gen_random_uuid(), 'operator', 'Kept', 'DE', now())`,
    );
    await client.end();
    const rival = cli.run('start', { ...env, PORT: await freePort() });
    expect(await rival.ended).toBe(1);
    expect(rival.output()).toMatch(/^Leadlight: Another Leadlight is running on this data folder/);
    // The doctor can still connect.
    const doctor = cli.run('doctor', env);
    expect(await doctor.ended, doctor.output()).toBe(0);
    expect(doctor.output()).toContain('ok     Organizations: 1, with 0 people');

    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(first.output()).toContain('Leadlight has stopped.');

    const again = cli.run('start', env);
    await again.ready();
    const second = await openEmbedded(data.folder);
    const { rows } = await second.query('select name from organization');
    await second.end();
    expect(rows).toEqual([{ name: 'Kept' }]);
    again.signal('SIGTERM');
    expect(await again.ended).toBe(0);
    const migrated = cli.run('migrate', env);
    expect(await migrated.ended).toBe(0);
    expect(migrated.output()).toContain('The database is up to date.');
  });
});
