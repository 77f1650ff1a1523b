import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { templateDatabase } from '../../../test/database.ts';
import { addressOf } from '../../../test/database-server.ts';
import { copySources } from '../../../test/database-sources.ts';
import { createEmptyDatabaseForTest } from '../../../test/empty-database.ts';
import { jobsTable } from '../../../test/job-queue.ts';
import { createLogger } from '../log.ts';
import { paths } from '../paths.ts';
import { appRole, createPool } from './database.ts';
import { type DatabaseSources, MigrationError, migrateToLatest } from './migrate.ts';

/** The migrations, and one more. */
async function withMigration(name: string, text: string): Promise<DatabaseSources> {
  const copy = await copySources();
  onTestFinished(() => copy.remove());
  await writeFile(join(copy.migrations, name), text);
  return copy;
}

describe('migrations', () => {
  it('are safe when several processes start at once on an empty database: each runs once', async () => {
    const all = (await readdir(paths.migrations)).map((name) => name.replace('.sql', ''));
    const database = await createEmptyDatabaseForTest();
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrateToLatest(database.open(), paths)));
    expect(ran.flatMap(({ migrations }) => migrations).sort()).toEqual(all.sort());
    const functions = (await readdir(paths.functions)).map((name) => name.replace('.sql', ''));
    expect(ran.flatMap((one) => one.functions).sort()).toEqual(functions.sort());
    const pool = database.open();
    expect(await migrateToLatest(pool, paths)).toEqual({ migrations: [], functions: [] });
    const { rows } = await pool.query('select count(*)::int as n from installation');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('that fail leave nothing of themselves, and say which', async () => {
    const database = await createEmptyDatabaseForTest();
    const folder = await withMigration('9000-broken.sql', 'create table half (); select 1 / 0;');
    const failing = migrateToLatest(database.open(), folder);
    await expect(failing).rejects.toThrow(MigrationError);
    await expect(failing).rejects.toThrow('9000-broken');
    const pool = database.open();
    const { rows } = await pool.query(`select to_regclass('half') as half`);
    expect(rows).toEqual([{ half: null }]);
  });

  it('of a newer version are refused in a sentence', async () => {
    const database = await createEmptyDatabaseForTest();
    const folder = await withMigration('9000-later.sql', 'create table later ();');
    expect((await migrateToLatest(database.open(), folder)).migrations).toContain('9000-later');
    await expect(migrateToLatest(database.open(), paths)).rejects.toThrow(MigrationError);
  });
});

describe('the role that the application works as', () => {
  it('owns nothing, bypasses nothing, and every tenant table has row-level security', async () => {
    const database = await createEmptyDatabaseForTest();
    const pool = database.open();
    await migrateToLatest(pool, paths);
    const role = await pool.query(
      `select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty from pg_roles where rolname = 'leadlight_app'`,
    );
    expect(role.rows).toEqual([{ mighty: false }]);
    const owned = await pool.query(`select from pg_class where pg_get_userbyid(relowner) = 'leadlight_app'`);
    expect(owned.rowCount).toBe(0);
    const open_ = await pool.query<{ name: string }>(
      `select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity`,
    );
    // Which organization a publisher id belongs to is public by nature.
    expect(open_.rows.map((row) => row.name)).toEqual(['publisher']);
  });

  it.each([
    ['update lead_event set note = null'],
    ['delete from lead_event'],
    ['update access_log set action = null'],
    ['delete from access_log'],
    [
      "insert into organization (id, kind, name, country, created_at) values (gen_random_uuid(), 'partner', 'x', 'DE', now())",
    ],
    ['update installation set demo = true'],
    ['create table mine ()'],
    ['alter table lead disable row level security'],
    [`select * from ${jobsTable}`],
  ])('ID-7 may not %s', async (statement) => {
    const pool = createPool({
      connectionString: addressOf(templateDatabase),
      poolSize: 1,
      log: createLogger('silent'),
      role: 'leadlight_app',
    });
    onTestFinished(() => pool.end());
    await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('a process that logs in as the application', () => {
  // A server of the developer's own is tested as its superuser, who can only assume the role.
  const hasLogin = inject('testServer').includes('roles=login');

  it.runIf(hasLogin)(
    'goes on where the database is at this version, and says what to do where it is not',
    async () => {
      const database = await createEmptyDatabaseForTest();
      await expect(migrateToLatest(database.open(appRole), paths)).rejects.toThrow(
        /“leadlight migrate” with the login that owns the tables/,
      );
      await migrateToLatest(database.open(), paths);
      expect(await migrateToLatest(database.open(appRole), paths)).toEqual({ migrations: [], functions: [] });
      const folder = await withMigration('9000-later.sql', 'create table later ();');
      await expect(migrateToLatest(database.open(appRole), folder)).rejects.toThrow(MigrationError);
    },
  );
});
