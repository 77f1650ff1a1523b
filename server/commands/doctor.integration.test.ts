import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort, useBuiltCli } from '../../test/cli.ts';
import { useTestDatabase } from '../../test/database.ts';
import { createEmptyDatabaseForTest } from '../../test/empty-database.ts';
import { Factories } from '../../test/factories.ts';
import { startDnsWorld } from '../../test/worlds/dns-world.ts';
import { examineDatabase } from './doctor-database.ts';

// Each starts processes, which takes time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const database = useTestDatabase();
const cli = useBuiltCli();

beforeAll(async () => {
  const make = new Factories(database.ownerDb, () => new Date());
  const partner = await make.partner();
  await make.person(partner.id, 'referrals-admin');
});

/** The doctor's findings, by subject, and its exit code. */
async function doctor(env: Record<string, string> = {}) {
  const running = cli.run('doctor', {
    DATABASE_URL: database.connectionString,
    PORT: await freePort(),
    ...env,
  });
  const code = await running.ended;
  const findings = new Map(
    running
      .output()
      .trim()
      .split('\n')
      .map((line) => /^(ok {4}|WRONG ) ([^:]+): (.*)$/.exec(line) ?? [])
      .map(([line, verdict, name, says]) => [
        name ?? `not a finding: ${line}`,
        { fine: verdict === 'ok    ', says },
      ]),
  );
  return { code, findings, output: running.output() };
}

describe('doctor', () => {
  it.each([
    ['deny everything', {}, false, 'say that domains which exist do not'],
    ['are sound', { 'known.com': { MX: [[10, 'mx.known.com']] } }, true, 'give right answers'],
  ] as const)('CV-4: says it when name servers %s', async (_, zone, fine, words) => {
    const dns = await startDnsWorld(zone);
    const { code, findings } = await doctor({
      LEADLIGHT_EMAIL_CHECKS: 'dns',
      LEADLIGHT_DNS_SERVERS: dns.server,
      LEADLIGHT_DNS_KNOWN_DOMAINS: 'known.com',
    });
    await dns.close();
    expect(findings.get('Name servers')).toMatchObject({ fine, says: expect.stringContaining(words) });
    expect(code).toBe(fine ? 0 : 1);
  });

  it('finds nothing wrong where nothing is', async () => {
    const { code, findings, output } = await doctor();
    expect(code, output).toBe(0);
    expect([...findings.keys()]).toEqual([
      'Node.js',
      'Data folder',
      'Port',
      'Name servers',
      'PostgreSQL',
      'Encoding',
      'Letters',
      'Collation',
      'Extensions',
      'Tables',
      'Tenant wall',
      'Jobs',
      'Organizations',
    ]);
    expect([...findings.values()].every((finding) => finding.fine)).toBe(true);
    expect(findings.get('Organizations')?.says).toBe('1, with 1 people');
  });

  it('tells of jobs that fail again and again', async () => {
    await database.queue.add('lead.link-repeat');
    await database.queue.setAttempts(3);
    const { code, findings } = await doctor();
    await database.queue.clear();
    expect(code).toBe(1);
    expect(findings.get('Jobs')).toMatchObject({ fine: false, says: expect.stringContaining('1 failed') });
  });

  it('tells of functions of another version, which “migrate” brings to this one', async () => {
    const names = ['find_session', 'store_leads'];
    await database.ownerPool.query(`update database_function set text_hash = '' where name = any($1)`, [
      names,
    ]);
    const { code, findings } = await doctor();
    expect(code).toBe(1);
    expect(findings.get('Tables')).toEqual({
      fine: false,
      says: 'not those of this version: 2 functions to come; run “leadlight migrate” or “leadlight start”',
    });
    const migrating = cli.run('migrate', { DATABASE_URL: database.connectionString });
    expect(await migrating.ended).toBe(0);
    expect(migrating.output()).toBe(
      'Brought up to date: the function find_session, the function store_leads.\n',
    );
    expect((await doctor()).code).toBe(0);
  });

  it('tells of a database of a later version', async () => {
    await database.ownerPool.query(`insert into kysely_migration values ('9000-later', '')`);
    const { code, findings } = await doctor();
    await database.ownerPool.query(`delete from kysely_migration where name = '9000-later'`);
    expect(code).toBe(1);
    expect(findings.get('Tables')).toEqual({
      fine: false,
      says: 'of a later version, with 9000-later; use that version, or a later one',
    });
  });

  it('tells of a database that was never migrated', async () => {
    const other = new URL(database.connectionString);
    other.pathname = '/postgres';
    const { code, findings } = await doctor({ DATABASE_URL: other.toString() });
    expect(code).toBe(1);
    expect(findings.get('Tables')).toMatchObject({
      fine: false,
      says: expect.stringContaining('leadlight migrate'),
    });
  });

  it('tells of a database that is away at once, without waiting for it', async () => {
    const { code, findings, output } = await doctor({
      DATABASE_URL: `postgres://x@127.0.0.1:${await freePort()}/x`,
    });
    expect(code).toBe(1);
    expect(findings.get('Database')).toMatchObject({
      fine: false,
      says: expect.stringMatching(
        / does not answer: nothing listens there\. Start it, or correct DATABASE_URL\.$/,
      ),
    });
    expect(output).not.toContain('Waiting');
  });

  it('tells of a data folder that cannot be', async () => {
    const { code, findings } = await doctor({ DATABASE_URL: '', LEADLIGHT_DATA: '/dev/null/data' });
    expect(code).toBe(1);
    expect(findings.get('Data folder')).toMatchObject({
      fine: false,
      says: expect.stringMatching(/\/dev\/null\/data cannot be written .*LEADLIGHT_DATA/),
    });
  });

  it('CV-4: knocks at the verifier', async () => {
    const { findings, code } = await doctor({
      LEADLIGHT_EMAIL_CHECKS: 'provider',
      LEADLIGHT_DNS_KNOWN_DOMAINS: 'off',
      LEADLIGHT_VERIFIER_URL: `http://127.0.0.1:${await freePort()}/`,
    });
    expect(code).toBe(1);
    const says = 'cannot be reached; email addresses stay Unknown until it does';
    expect(findings.get('Email verifier')).toEqual({ fine: false, says });
  });
});

describe('doctor, of a database that somebody else made', () => {
  /** What the doctor reports about a database created with these options. */
  async function examine(options: string, prepare = 'select') {
    const { name, connectionString } = await createEmptyDatabaseForTest(options);
    const client = new pg.Client({ connectionString });
    await client.connect();
    await client.query(prepare);
    const findings = new Map(
      (await examineDatabase(client)).map(({ name, fine, says }) => [name, { fine, says }]),
    );
    const written = await client.query('create table forbidden ()').catch((error: Error) => error.message);
    expect(written).toMatch(/read-only transaction/);
    await client.end();
    return { findings, name };
  }

  it('an encoding that cannot hold every name is wrong', async () => {
    const { findings } = await examine(`encoding 'LATIN1' locale_provider libc locale 'C'`);
    expect(findings.get('Encoding')).toMatchObject({ fine: false, says: expect.stringContaining('pg_dump') });
  });

  it('WS-5: a locale that knows no letters beyond English is told of, with what depends on it', async () => {
    const { findings } = await examine(`encoding 'UTF8' locale_provider libc locale 'C'`);
    expect(findings.get('Encoding')).toEqual({ fine: true, says: 'UTF8' });
    expect(findings.get('Letters')).toMatchObject({
      fine: true,
      says: expect.stringMatching(
        /^the locale C knows only .* Search and the order of names are not affected/,
      ),
    });
  });

  it('a collation of another version than the system has is wrong, with the statements that mend it', async () => {
    const { findings, name } = await examine(`encoding 'UTF8' locale 'C' collation_version '0.9'`);
    const { fine, says = '' } = findings.get('Collation') ?? {};
    expect(fine).toBe(false);
    expect(says).toMatch(/version 0\.9, this system has (1|none)/);
    expect(says).toContain(`reindex database "${name}";`);
    expect(says).toContain(`alter database "${name}" refresh collation version;`);
  });

  it('extensions that are missing are told of', async () => {
    const { findings } = await examine(`encoding 'UTF8' locale 'C'`, 'create extension pg_trgm');
    expect(findings.get('Extensions')).toEqual({ fine: true, says: 'the migration will create btree_gin' });
  });
});
