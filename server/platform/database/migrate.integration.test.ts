import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest';
import { type CopiedSources, copySources } from '../../../test/database-sources.ts';
import { createLogger } from '../log.ts';
import { paths } from '../paths.ts';
import { appRole, createPool } from './database.ts';
import { type DatabaseSources, MigrationError, migrateToLatest } from './migrate.ts';

const server = (database: string) => inject('testServer').replace('%DATABASE%', database);
const databases: string[] = [];
const copies: CopiedSources[] = [];
const pools: pg.Pool[] = [];

afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.end())));

afterAll(async () => {
  for (const name of databases) await onServer(`drop database ${name} with (force)`);
  for (const copy of copies) await copy.remove();
});

async function onServer(statement: string) {
  const client = new pg.Client({ connectionString: server('postgres') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** An empty database. */
async function makeDatabase(): Promise<string> {
  const name = `migrate_${process.pid}_${databases.length}`;
  databases.push(name);
  await onServer(`create database ${name} template template0`);
  return name;
}

function open(database: string): pg.Pool {
  const pool = createPool({ connectionString: server(database), poolSize: 3, log: createLogger('silent') });
  pools.push(pool);
  return pool;
}

/** The migrations, and one more. */
async function withMigration(name: string, text: string): Promise<DatabaseSources> {
  const copy = await copySources();
  copies.push(copy);
  await writeFile(join(copy.migrations, name), text);
  return copy;
}

describe('migrations', () => {
  it('are safe when several processes start at once on an empty database: each runs once', async () => {
    const all = (await readdir(paths.migrations)).map((name) => name.replace('.sql', ''));
    const database = await makeDatabase();
    const ran = await Promise.all([1, 2, 3, 4].map(() => migrateToLatest(open(database), paths)));
    expect(ran.flatMap(({ migrations }) => migrations).sort()).toEqual(all.sort());
    const functions = (await readdir(paths.functions)).map((name) => name.replace('.sql', ''));
    expect(ran.flatMap((one) => one.functions).sort()).toEqual(functions.sort());
    const pool = open(database);
    expect(await migrateToLatest(pool, paths)).toEqual({ migrations: [], functions: [] });
    const { rows } = await pool.query('select count(*)::int as n from installation');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('that fail leave nothing of themselves, and say which', async () => {
    const database = await makeDatabase();
    const broken = await withMigration('9000-broken.sql', 'create table half (); select 1 / 0;');
    const failing = migrateToLatest(open(database), broken);
    await expect(failing).rejects.toThrow(MigrationError);
    await expect(failing).rejects.toThrow('9000-broken');
    const pool = open(database);
    const { rows } = await pool.query(`select to_regclass('half') as half`);
    expect(rows).toEqual([{ half: null }]);
  });

  it('of a newer version are refused in a sentence', async () => {
    const database = await makeDatabase();
    const later = await withMigration('9000-later.sql', 'create table later ();');
    expect((await migrateToLatest(open(database), later)).migrations).toContain('9000-later');
    await expect(migrateToLatest(open(database), paths)).rejects.toThrow(MigrationError);
  });
});

describe('the role that the application works as', () => {
  it('owns nothing, bypasses nothing, and every tenant table has row-level security', async () => {
    const database = await makeDatabase();
    const pool = open(database);
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
    ['select * from graphile_worker._private_jobs'],
  ])('ID-7 may not %s', async (statement) => {
    const pool = createPool({
      connectionString: server('leadlight_template'),
      poolSize: 1,
      log: createLogger('silent'),
      role: 'leadlight_app',
    });
    pools.push(pool);
    await expect(pool.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe('a process that logs in as the application', () => {
  const asApplication = (database: string) => {
    const client = createPool({
      connectionString: server(database),
      poolSize: 1,
      log: createLogger('silent'),
      role: appRole,
    });
    pools.push(client);
    return client;
  };
  // A server of one's own is tested by its superuser, who can only take the role.
  const hasLogin = inject('testServer').includes('roles=login');

  it.runIf(hasLogin)(
    'goes on where the database is at this version, and says what to do where it is not',
    async () => {
      const database = await makeDatabase();
      await expect(migrateToLatest(asApplication(database), paths)).rejects.toThrow(
        /“leadlight migrate” with the login that owns the tables/,
      );
      await migrateToLatest(open(database), paths);
      expect(await migrateToLatest(asApplication(database), paths)).toEqual({
        migrations: [],
        functions: [],
      });
      const later = await withMigration('9000-later.sql', 'create table later ();');
      await expect(migrateToLatest(asApplication(database), later)).rejects.toThrow(MigrationError);
    },
  );
});
