import type pg from 'pg';
import { appRole, ownerRole, workerRole } from '../database/roles.ts';

/**
 * Creates the roles that the product logs in as, none of them a superuser: the owner of the tables, the application and
 * the worker. The socket admits its one operating-system user without a password, so separate logins cost nothing.
 * @param client connects as the superuser
 */
export async function prepareRoles(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$
    declare
      one text;
    begin
      foreach one in array array['${ownerRole}', '${appRole}', '${workerRole}'] loop
        if not exists (select from pg_roles where rolname = one) then
          execute format('create role %I', one);
        end if;
        if not exists (select from pg_roles where rolname = one and rolcanlogin and not rolsuper and not rolbypassrls
                                                  and not rolcreaterole and not rolcreatedb and not rolreplication) then
          execute format('alter role %I login nosuperuser nobypassrls nocreaterole nocreatedb noreplication', one);
        end if;
      end loop;
      foreach one in array array['${appRole}', '${workerRole}'] loop
        if not pg_has_role('${ownerRole}', one, 'SET') then
          execute format('grant %I to ${ownerRole} with inherit false, set true', one);
        end if;
      end loop;
      if not pg_has_role('${workerRole}', '${appRole}', 'USAGE') then
        grant ${appRole} to ${workerRole} with inherit true, set false;
      end if;
    end
    $$`);
}

/**
 * Makes the owner own a database and everything in it, whoever created it: in earlier versions the superuser did.
 * Extensions stay the superuser's, and everyone may use their functions. Changes nothing where everything is in order.
 * @param client connects as the superuser to that database
 */
export async function prepareDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query('begin');
  // of two callers the second finds nothing left to do
  await client.query(`select pg_advisory_xact_lock(hashtext('leadlight owner'))`);
  const foreign = await client.query<{ change: string }>(foreignObjects, [name, ownerRole]);
  const closed = await client.query<{ change: string }>(closedFunctions);
  for (const { change } of [...foreign.rows, ...closed.rows]) await client.query(change);
  await client.query('commit');
}

/** What has to change owner: one statement each. Leaves out what belongs to an extension, or follows its table. */
const foreignObjects = `
  with own_schema as (
    select oid, nspname, nspowner from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'
  ), free as (
    select 'pg_class'::regclass as class, c.oid from pg_class c join own_schema n on n.oid = c.relnamespace
    where c.relowner <> $2::regrole and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
    union all
    select 'pg_proc'::regclass, p.oid from pg_proc p join own_schema n on n.oid = p.pronamespace
    where p.proowner <> $2::regrole and p.prokind in ('f', 'p', 'w')
    union all
    select 'pg_type'::regclass, t.oid from pg_type t join own_schema n on n.oid = t.typnamespace
    where t.typowner <> $2::regrole
      and (t.typtype in ('e', 'd', 'r')
           or t.typtype = 'c' and exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'c'))
  )
  select format('alter database %I owner to %I', datname, $2::text) as change
  from pg_database where datname = $1 and datdba <> $2::regrole
  union all
  select format('alter schema %I owner to %I', nspname, $2::text) from own_schema
  where nspname <> 'public' and nspowner <> $2::regrole
  union all
  select format('alter %s %s owner to %I',
                case when f.class = 'pg_proc'::regclass then 'routine'
                     when f.class = 'pg_type'::regclass then 'type'
                     else (select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                                                 when 'f' then 'foreign table' else 'table' end
                           from pg_class c where c.oid = f.oid) end,
                case when f.class = 'pg_proc'::regclass then f.oid::regprocedure::text
                     when f.class = 'pg_type'::regclass then f.oid::regtype::text
                     else f.oid::regclass::text end, $2::text)
  from free f
  where not exists (select from pg_depend d where d.classid = f.class and d.objid = f.oid and d.deptype in ('a', 'i', 'e'))`;

/**
 * Functions of extensions that not everyone may use, although their extension intends it: one statement each. The first
 * migration revoked that where the superuser ran it, and the owner then lacks the operators of its indexes.
 */
const closedFunctions = `
  select format('grant execute on function %s to public', p.oid::regprocedure) as change
  from pg_proc p
  join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
                      and d.refclassid = 'pg_extension'::regclass
  where not has_function_privilege('public', p.oid, 'execute')
    and not exists (select from pg_init_privs i where i.classoid = 'pg_proc'::regclass and i.objoid = p.oid)`;
