import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type BuiltCli, buildCli, freePort } from '../../test/cli.ts';
import { createTestDatabase, type TestDatabase } from '../../test/database.ts';
import { Factories } from '../../test/factories.ts';

// Each starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let cli: BuiltCli;
let database: TestDatabase;

beforeAll(async () => {
  [cli, database] = await Promise.all([buildCli(), createTestDatabase()]);
  const make = new Factories(database.ownerDb, () => new Date());
  const partner = await make.partner();
  await make.person(partner.id, 'referrals-admin');
});

afterAll(async () => {
  await cli.remove();
  await database.drop();
});

/** What the doctor says, by what it looked at, and its exit code. */
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
  it('finds nothing wrong where nothing is', async () => {
    const { code, findings, output } = await doctor();
    expect(code, output).toBe(0);
    expect([...findings.keys()]).toEqual([
      'Node.js',
      'Data folder',
      'Port',
      'PostgreSQL',
      'Tenant wall',
      'Jobs',
      'Organizations',
    ]);
    expect([...findings.values()].every((finding) => finding.fine)).toBe(true);
    expect(findings.get('Organizations')?.says).toBe('1, with 1 people');
  });

  it('tells of jobs that fail again and again', async () => {
    await database.ownerPool.query(`select graphile_worker.add_job('lead.link-repeat')`);
    await database.ownerPool.query('update graphile_worker._private_jobs set attempts = 3');
    const { code, findings } = await doctor();
    await database.ownerPool.query('delete from graphile_worker._private_jobs');
    expect(code).toBe(1);
    expect(findings.get('Jobs')).toMatchObject({ fine: false, says: expect.stringContaining('1 failed') });
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

  it('tells of a database that is away', async () => {
    const { code, findings } = await doctor({ DATABASE_URL: `postgres://x@127.0.0.1:${await freePort()}/x` });
    expect(code).toBe(1);
    expect(findings.get('Database')).toMatchObject({ fine: false });
  });

  it('tells of a data folder that cannot be', async () => {
    const { code, findings } = await doctor({ DATABASE_URL: '', LEADLIGHT_DATA: '/dev/null/data' });
    expect(code).toBe(1);
    expect(findings.get('Data folder')).toMatchObject({
      fine: false,
      says: expect.stringMatching(/\/dev\/null\/data cannot be written .*LEADLIGHT_DATA/),
    });
  });
});
