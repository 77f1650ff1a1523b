import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { migrateBefore } from '../../../test/empty-database.ts';
import { JobQueue } from '../../../test/job-queue.ts';
import { createPool } from '../database/database.ts';
import { migrateToLatest } from '../database/migrate.ts';
import { appRole, loginAs, ownerRole, type WorkingRole, workerRole } from '../database/roles.ts';
import { createLogger } from '../log.ts';
import { paths } from '../paths.ts';
import { makeCluster, openClient, query, start } from './test-support.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The first migration of the version in which the owner is a separate role. */
const ownersRole = '0024';

/** What the owner does not own in a database: names, with the kind of object. */
const foreign = `
  select c.relkind::text || ' ' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relowner <> '${ownerRole}'::regrole
  union all
  select 'function ' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.proowner <> '${ownerRole}'::regrole
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all
  select 'schema ' || nspname from pg_namespace
  where nspname !~ '^pg_' and nspname not in ('public', 'information_schema') and nspowner <> '${ownerRole}'::regrole
  union all
  select 'database ' || datname from pg_database where datname = current_database() and datdba <> '${ownerRole}'::regrole`;

test('a data folder of an earlier version, where everything is the superuser’s, becomes the owner’s, and goes on', async () => {
  const server = await start(await makeCluster());
  await query(server.superuserConnectionString('postgres'), 'create database earlier');
  const superuser = new pg.Pool({ connectionString: server.superuserConnectionString('earlier') });
  superuser.on('error', () => undefined);
  await migrateBefore(superuser, ownersRole);
  await superuser.query(`create type shade as enum ('light', 'dark')`);
  await superuser.query(`create view bright as select 'light'::shade as shade`);
  await superuser.query('create sequence counter');
  const kept = await superuser.query(`insert into organization (id, kind, name, country, created_at)
    values (gen_random_uuid(), 'partner', 'Kept', 'DE', now()) returning id`);
  await superuser.end();
  expect((await query(server.superuserConnectionString('earlier'), foreign)).length).toBeGreaterThan(50);

  await Promise.all([server.ensureDatabase('earlier'), server.ensureDatabase('earlier')]);
  expect(await query(server.superuserConnectionString('earlier'), foreign)).toEqual([]);

  const owner = createPool({
    connectionString: server.connectionString('earlier'),
    poolSize: 1,
    log: createLogger('silent'),
  });
  expect((await migrateToLatest(owner, paths)).migrations).toContain('0024-second-wall');
  await owner.query('alter type shade rename to tint');
  await new JobQueue(owner).add('lead.link-repeat');
  const { rows } = await owner.query('select id, name from organization');
  expect(rows).toEqual([{ id: kept.rows[0].id, name: 'Kept' }]);
  await owner.end();
});

const mayCompareWords = `select has_function_privilege('public', 'word_similarity(text, text)', 'execute') as may`;

test('a superuser who brings a database up to date gives the functions of the extensions back', async () => {
  const server = await start(await makeCluster());
  const address = server.superuserConnectionString('own');
  await query(server.superuserConnectionString('postgres'), 'create database own');
  const superuser = new pg.Pool({ connectionString: address });
  superuser.on('error', () => undefined);
  await migrateBefore(superuser, ownersRole);
  expect(await query(address, mayCompareWords)).toEqual([{ may: false }]);
  await migrateToLatest(superuser, paths);
  expect(await query(address, mayCompareWords)).toEqual([{ may: true }]);
  await superuser.end();
});

test('an owner who may not use them is told what a superuser has to run, and nothing is changed', async () => {
  const server = await start(await makeCluster());
  const address = server.superuserConnectionString('handed_over');
  await server.ensureDatabase('handed_over');
  const owner = createPool({
    ...{ connectionString: server.connectionString('handed_over'), poolSize: 1, log: createLogger('silent') },
  });
  await migrateBefore(owner, ownersRole);
  await query(address, 'revoke execute on all functions in schema public from public');
  const migrating = migrateToLatest(owner, paths);
  await expect(migrating).rejects.toThrow(
    /As a superuser, run in this database: grant execute on all functions in schema public to leadlight_owner;/,
  );
  await query(address, 'grant execute on all functions in schema public to leadlight_owner');
  expect((await migrateToLatest(owner, paths)).migrations).toContain('0036-duplicates-in-any-script');
  await owner.end();
});

/** What each role, and everyone, may do in a database with each table, column, function, type and schema. */
const privileges = `
  with actor as (select unnest(array['public', '${ownerRole}', '${appRole}', '${workerRole}']) as role),
  relation as (
    select c.oid, c.oid::regclass::text as name, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f'))
  select role || ': ' || privilege || ' ' || name as line from (
    select role, privilege, name from actor, relation,
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) privilege
    where relkind <> 'S' and has_table_privilege(role, relation.oid, privilege)
    union all
    select role, privilege, name || '.' || attname from actor, relation, pg_attribute,
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) privilege
    where relkind <> 'S' and attrelid = relation.oid and attnum > 0 and not attisdropped
      and has_column_privilege(role, relation.oid, attnum, privilege)
    union all
    select role, privilege, name from actor, relation, unnest(array['USAGE', 'SELECT', 'UPDATE']) privilege
    where relkind = 'S' and has_sequence_privilege(role, relation.oid, privilege)
    union all
    select role, 'EXECUTE', p.oid::regprocedure::text from actor, pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and has_function_privilege(role, p.oid, 'EXECUTE')
    union all
    select role, 'USAGE', t.oid::regtype::text from actor, pg_type t join pg_namespace n on n.oid = t.typnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and has_type_privilege(role, t.oid, 'USAGE')
    union all
    select role, privilege, nspname from actor, pg_namespace, unnest(array['USAGE', 'CREATE']) privilege
    where nspname !~ '^pg_' and has_schema_privilege(role, oid, privilege)
    union all
    select role, privilege, 'the database' from actor, unnest(array['CONNECT', 'CREATE', 'TEMPORARY']) privilege
    where has_database_privilege(role, current_database(), privilege)) each order by 1`;

test('after an upgrade every role may do what it may after a fresh start, also where the superuser made everything', async () => {
  const server = await start(await makeCluster());
  await query(server.superuserConnectionString('postgres'), 'create database earlier');
  const superuser = new pg.Pool({ connectionString: server.superuserConnectionString('earlier') });
  superuser.on('error', () => undefined);
  await migrateBefore(superuser, ownersRole);
  await superuser.end();
  for (const name of ['earlier', 'fresh']) {
    await server.ensureDatabase(name);
    const owner = createPool({
      ...{ connectionString: server.connectionString(name), poolSize: 1, log: createLogger('silent') },
    });
    await migrateToLatest(owner, paths);
    await owner.end();
  }
  const [earlier, fresh] = await Promise.all(
    ['earlier', 'fresh'].map((name) => query(server.superuserConnectionString(name), privileges)),
  );
  expect(fresh?.length).toBeGreaterThan(500);
  expect(earlier).toEqual(fresh);
});

test.each<typeof ownerRole | WorkingRole>([ownerRole, appRole, workerRole])(
  '%s logs in, is no superuser, and has nothing to go back to',
  async (role) => {
    const server = await start(await makeCluster());
    await server.ensureDatabase('leadlight');
    const address = server.connectionString('leadlight');
    const client = await openClient(role === ownerRole ? address : loginAs(address, role));
    await client.query('reset role');
    const { rows } = await client.query(
      `select session_user::text as login, current_user::text as role, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty
     from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ login: role, role, mighty: false }]);
    await expect(client.query('set role postgres')).rejects.toThrow('permission denied');
    await client.end();
  },
);

test('roles that somebody made mightier are put right at the start', async () => {
  const folder = await makeCluster();
  const first = await start(folder);
  await query(first.superuserConnectionString('postgres'), `alter role ${appRole} superuser nologin`);
  await first.stop();
  const second = await start(folder);
  const mighty = `select rolsuper, rolcanlogin from pg_roles where rolname = '${appRole}'`;
  expect(await query(second.superuserConnectionString('postgres'), mighty)).toEqual([
    { rolsuper: false, rolcanlogin: true },
  ]);
});
